package dev.parley.samples;

import dev.parley.AgentRuntime;
import dev.parley.Configuration;
import dev.parley.PluginKind;
import dev.parley.Plugins;
import dev.parley.TurnEvent;
import dev.parley.VoiceAgent;
import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.spi.CloseReason;
import dev.parley.spi.EndOfTurn;
import dev.parley.spi.RoomRequest;
import dev.parley.spi.Settings;
import dev.parley.spi.SpeechToText;
import dev.parley.spi.SttCapabilities;
import dev.parley.spi.SttListener;
import dev.parley.spi.SttProvider;
import dev.parley.spi.SttRequest;
import dev.parley.spi.SttStream;
import dev.parley.spi.Transcript;
import dev.parley.testkit.ManualClock;
import java.time.Duration;
import java.util.Map;

/**
 * A complete plugin on one page: a recogniser that understands the tones of a telephone's keys,
 * found by its name.
 *
 * <p>{@code META-INF/services/dev.parley.spi.SttProvider} names {@link DtmfProvider}; that is all
 * it takes.
 */
public final class CustomPlugin {
  private CustomPlugin() {}

  /** Dials a number and prints what the agent understood. */
  public static void main(String[] args) {
    Configuration configuration = Configuration.of(Map.of("PARLEY_STT", "dtmf"));
    SpeechToText dtmf = Plugins.discover().choose(PluginKind.STT, configuration).create();
    var clock = new ManualClock();
    VoiceAgent observer =
        VoiceAgent.builder()
            .speechToText(dtmf)
            .runtime(
                AgentRuntime.builder()
                    .clock(clock)
                    .loops(Runnable::run)
                    .blocking(Runnable::run)
                    .build())
            .listener(
                event -> {
                  if (event instanceof TurnEvent.Ended turn) {
                    System.out.println("[" + turn.who() + "] " + turn.text());
                  }
                })
            .build();
    var session = observer.start(new WavCall(dialled("555#0199")), RoomRequest.of("telephone"));
    clock.advance(Duration.ofSeconds(6));
    session.close();
    clock.advance(Duration.ofSeconds(6));
  }

  static AudioFrame dialled(String keys) {
    var samples =
        new short
            [keys.length() * 3_200
                + 32_000]; // 100 ms of tone, 100 ms of silence each, then 2 s of silence
    for (int key = 0; key < keys.length(); key++) {
      int index = Dtmf.KEYS.indexOf(keys.charAt(key));
      for (int i = 0; i < 1_600; i++) {
        double low = Math.sin(2 * Math.PI * Dtmf.LOW[index / 4] * i / 16_000);
        double high = Math.sin(2 * Math.PI * Dtmf.HIGH[index % 4] * i / 16_000);
        samples[key * 3_200 + i] = (short) (6_000 * (low + high));
      }
    }
    return AudioFrame.ofSamples(AudioFormat.MONO_16K, samples);
  }

  /** Found by the service loader. */
  public static final class DtmfProvider extends SttProvider {
    /** For the service loader. */
    public DtmfProvider() {}

    @Override
    public String name() {
      return "dtmf";
    }

    @Override
    public String sentence() {
      return "The keys of a telephone: a sample of a plugin.";
    }

    @Override
    public int priority() {
      return 0; // never chosen unless named
    }

    @Override
    public SpeechToText create(Settings settings) {
      return new Dtmf();
    }
  }

  /** The engine: nothing to configure, so it only opens streams. */
  static final class Dtmf extends SpeechToText {
    static final String KEYS = "123A456B789C*0#D";
    static final double[] LOW = {697, 770, 852, 941};
    static final double[] HIGH = {1209, 1336, 1477, 1633};

    @Override
    public String name() {
      return "dtmf";
    }

    @Override
    public SttCapabilities capabilities() {
      return new SttCapabilities(true, true, false);
    }

    @Override
    public SttStream open(SttRequest request, SttListener listener) {
      return new Keys(request.format().sampleRateHz(), listener);
    }
  }

  /**
   * Listens to 20 ms at a time: a key counts when it begins, and a second of silence ends the
   * number.
   */
  private static final class Keys extends SttStream {
    private static final int SILENT_BLOCKS = 50;

    private final int rate;
    private final short[] block;
    private final SttListener listener;
    private final StringBuilder dialled = new StringBuilder();
    private int filled;
    private int silent;
    private int before = -1;
    private boolean closed;

    Keys(int rate, SttListener listener) {
      this.rate = rate;
      this.block = new short[rate / 50];
      this.listener = listener;
    }

    @Override
    public boolean offer(AudioFrame frame) {
      for (int i = 0; i < frame.sampleCount() && !closed; i++) {
        block[filled++] = frame.sample(i * frame.format().channels());
        if (filled == block.length) {
          filled = 0;
          hear(strongest(Dtmf.LOW), strongest(Dtmf.HIGH));
        }
      }
      return !closed;
    }

    private void hear(int low, int high) {
      int key = low < 0 || high < 0 ? -1 : low * 4 + high;
      silent = key < 0 ? silent + 1 : 0;
      if (key >= 0 && key != before) {
        dialled.append(Dtmf.KEYS.charAt(key));
        listener.onInterim(Transcript.of(dialled.toString()));
      }
      if (silent == SILENT_BLOCKS) {
        flush();
      }
      before = key;
    }

    /** The listener may close the stream at any call: then nothing follows. */
    private void flush() {
      if (closed || dialled.isEmpty()) {
        return;
      }
      String number = dialled.toString();
      dialled.setLength(0);
      listener.onFinal(Transcript.of(number));
      if (!closed) {
        listener.onEndOfTurn(EndOfTurn.CERTAIN);
      }
    }

    /** Goertzel's filter: the frequency that is loud in this block, or -1. */
    private int strongest(double[] frequencies) {
      int best = -1;
      double most = 0.02 * 32_768 * block.length; // a 2 % tone
      for (int i = 0; i < frequencies.length; i++) {
        double turn = 2 * Math.cos(2 * Math.PI * frequencies[i] / rate);
        double one = 0;
        double two = 0;
        for (short sample : block) {
          double next = sample + turn * one - two;
          two = one;
          one = next;
        }
        double power = Math.sqrt(one * one + two * two - turn * one * two);
        best = power > most ? i : best;
        most = Math.max(most, power);
      }
      return best;
    }

    @Override
    public void finish() {
      flush();
      end(CloseReason.finished());
    }

    @Override
    public void close() {
      end(CloseReason.cancelled());
    }

    private void end(CloseReason reason) {
      if (!closed) {
        closed = true;
        listener.onClosed(reason);
      }
    }
  }
}
