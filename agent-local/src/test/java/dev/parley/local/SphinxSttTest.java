package dev.parley.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.audio.Resampler;
import dev.parley.spi.CloseReason.Kind;
import dev.parley.spi.Participant;
import dev.parley.spi.PluginContext;
import dev.parley.spi.SpeechToText;
import dev.parley.spi.SttRequest;
import dev.parley.spi.SttStream;
import dev.parley.spi.Transcript;
import dev.parley.testkit.ManualClock;
import dev.parley.testkit.RecordingSttListener;
import dev.parley.testkit.TestContexts;
import dev.parley.testkit.contract.SpeechToTextContract;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class SphinxSttTest extends SpeechToTextContract {
  private static final String DOMAIN =
      """
      # Lights
      ## light
      - turn (on | off) the light in the {room}
      - turn the light in the {room} (on | off)
      > All right.
      ## {room}
      - kitchen
      - bedroom
      """;

  private static final AudioFrame SPEECH =
      Spoken.by(Spoken.PRIMING, "turn on the light in the kitchen");

  @Override
  protected SpeechToText newEngine() {
    return new SphinxStt(Domain.of("lights", DOMAIN), new EnergyVad());
  }

  @Override
  protected AudioFrame speech() {
    return SPEECH;
  }

  private SttStream open(RecordingSttListener heard, PluginContext context) {
    var request = new SttRequest(Participant.of("ann"), AudioFormat.MONO_16K, List.of(), context);
    return engine().open(request, heard);
  }

  private SttStream openInline(RecordingSttListener heard) {
    return open(heard, TestContexts.under(new ManualClock()));
  }

  private static void offer(SttStream stream, AudioFrame sound) {
    for (int at = 0; at < sound.sampleCount(); at += 320) {
      stream.offer(sound.slice(at, Math.min(at + 320, sound.sampleCount())));
    }
  }

  @Test
  void theFinalIsThereAsSoonAsItsOwnDetectorHearsTheEnd() {
    var heard = new RecordingSttListener();
    SttStream stream = openInline(heard);
    offer(stream, SPEECH);
    assertThat(heard.finals())
        .extracting(Transcript::text)
        .containsExactly("turn on the light in the kitchen");
    stream.close();
  }

  @Test
  void aForcedEndpointGivesTheFinalAtOnce() {
    var heard = new RecordingSttListener();
    SttStream stream = openInline(heard);
    offer(stream, SPEECH.slice(0, SPEECH.sampleCount() - 16_000));
    assertThat(heard.finals()).isEmpty();
    stream.forceEndpoint();
    assertThat(heard.finals())
        .extracting(Transcript::text)
        .containsExactly("turn on the light in the kitchen");
    stream.close();
  }

  @Test
  void interimsGrowWhileSomebodyTalks() {
    var heard = new RecordingSttListener();
    SttStream stream = openInline(heard);
    offer(stream, SPEECH);
    assertThat(heard.interims()).extracting(Transcript::text).contains("turn on the light");
    assertThat(heard.log().results()).startsWith("speechStarted", "interim").endsWith("final");
    stream.close();
  }

  @Test
  void wordsLieWhereTheyWereSpoken() {
    var heard = new RecordingSttListener();
    SttStream stream = openInline(heard);
    offer(stream, SPEECH);
    Transcript said = heard.finals().get(0);
    assertThat(said.words()).hasSize(7);
    assertThat(said.words().get(0).start())
        .isBetween(Duration.ofMillis(200), Duration.ofMillis(500));
    assertThat(said.words().get(6).end()).isLessThan(SPEECH.duration());
    stream.close();
  }

  @Test
  void soundOfOtherRatesIsTaken() {
    var clock = new ManualClock();
    var heard = new RecordingSttListener(clock);
    var format = AudioFormat.MONO_48K;
    var toBrowser = new Resampler(AudioFormat.MONO_16K, format);
    SttStream stream =
        engine()
            .open(
                new SttRequest(Participant.of("ann"), format, List.of(), TestContexts.under(clock)),
                heard);
    AudioFrame sound = toBrowser.process(SPEECH);
    for (int at = 0; at < sound.sampleCount(); at += 777) {
      stream.offer(sound.slice(at, Math.min(at + 777, sound.sampleCount())));
    }
    assertThat(heard.finals())
        .extracting(Transcript::text)
        .containsExactly("turn on the light in the kitchen");
    stream.close();
  }

  @Test
  void speechFromFarAwayIsUnderstoodFromTheFirstSentenceOn() {
    var heard = new RecordingSttListener();
    SttStream stream = openInline(heard);
    offer(stream, softer(SPEECH, 20));
    assertThat(heard.finals())
        .extracting(Transcript::text)
        .containsExactly("turn on the light in the kitchen");
    stream.close();
  }

  /** So many times softer, over the faint noise of a room. */
  private static AudioFrame softer(AudioFrame sound, int times) {
    var random = new Random(3);
    var samples = new short[sound.sampleCount()];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) ((double) sound.sample(i) / times + random.nextGaussian() * 4);
    }
    return AudioFrame.ofSamples(AudioFormat.MONO_16K, samples);
  }

  @Test
  void endlessSpeechIsCutIntoUtterances() {
    var heard = new RecordingSttListener();
    SttStream stream = openInline(heard);
    var random = new Random(5);
    for (int second = 0; second < 70; second++) {
      var samples = new short[16_000];
      for (int i = 0; i < samples.length; i++) {
        // A buzz that breathes, so that no detector takes it for even noise.
        double loud = 6_000 * (1.2 + Math.sin(2 * Math.PI * 3 * i / 16_000));
        samples[i] = (short) (loud * (random.nextDouble() - 0.5));
      }
      offer(stream, AudioFrame.ofSamples(AudioFormat.MONO_16K, samples));
    }
    assertThat(heard.finals()).hasSizeGreaterThanOrEqualTo(2);
    stream.close();
  }

  @Test
  void anExecutorThatTakesNoMoreWorkEndsTheStream() {
    var heard = new RecordingSttListener();
    var context =
        new PluginContext(
            "test",
            new ManualClock(),
            task -> {
              throw new RejectedExecutionException("closed");
            });
    SttStream stream = open(heard, context);
    assertThat(stream.offer(SPEECH)).isFalse();
    stream.finish();
    stream.close();
    assertThat(heard.log().awaitClosed().kind()).isNotEqualTo(Kind.FAILED);
    assertThat(heard.log().count("closed")).isEqualTo(1);
  }
}
