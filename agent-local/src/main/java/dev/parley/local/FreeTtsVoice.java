package dev.parley.local;

import dev.parley.audio.AudioFormat;
import dev.parley.local.tts.Kevin;
import dev.parley.local.tts.VoiceStyle;
import dev.parley.spi.TextToSpeech;
import dev.parley.spi.TtsCapabilities;
import dev.parley.spi.TtsListener;
import dev.parley.spi.TtsRequest;
import dev.parley.spi.TtsStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apiguardian.api.API;

/**
 * The voice of FreeTTS, a robot of the 1990s: 16 kHz, words with times, first audio some ten
 * milliseconds after a sentence. Thread-safe; English only.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class FreeTtsVoice extends TextToSpeech {
  private static final int KEPT_VOICES = 8;

  private final VoiceStyle style;
  private final BlockingQueue<Kevin> idle = new LinkedBlockingQueue<>(KEPT_VOICES);

  /** Loads the voice as it was recorded, 150 words a minute. */
  public FreeTtsVoice() {
    this(150);
  }

  /**
   * Loads the voice.
   *
   * @param wordsPerMinute how fast it speaks, 60 to 400
   */
  public FreeTtsVoice(int wordsPerMinute) {
    style = new VoiceStyle("kevin16", wordsPerMinute, 100, 11);
    giveBack(new Kevin(style));
  }

  @Override
  public String name() {
    return "freetts";
  }

  @Override
  public TtsCapabilities capabilities() {
    return new TtsCapabilities(AudioFormat.mono(style.sampleRateHz()), false, true);
  }

  @Override
  public TtsStream open(TtsRequest request, TtsListener listener) {
    return new FreeTtsStream(this, request.context().blocking(), listener);
  }

  /** A voice for one thread at a time; {@link #giveBack} when it is done. */
  Kevin take() {
    Kevin kept = idle.poll();
    return kept == null ? new Kevin(style) : kept;
  }

  void giveBack(Kevin voice) {
    boolean unused = idle.offer(voice); // more than are ever used at once are garbage
  }
}
