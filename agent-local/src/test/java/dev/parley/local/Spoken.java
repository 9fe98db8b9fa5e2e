package dev.parley.local;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.local.tts.Kevin;
import dev.parley.local.tts.Sink;
import dev.parley.local.tts.VoiceStyle;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;

/** Sentences as a synthetic voice speaks them, at 16 kHz. */
final class Spoken {
  /** The voice with which the recogniser is primed. */
  static final VoiceStyle PRIMING = VoiceStyle.KEVIN;

  /** Voices with which it is not: slow and deep, fast and high, lively. */
  static final List<VoiceStyle> OTHERS =
      List.of(
          new VoiceStyle("kevin16", 130, 75, 15),
          new VoiceStyle("kevin16", 180, 140, 20),
          new VoiceStyle("kevin16", 150, 115, 30));

  private static final Duration BEFORE = Duration.ofMillis(300);
  private static final Duration AFTER = Duration.ofMillis(1_200);

  private Spoken() {}

  /** A sentence with the silence before and after it in which a speaker listens. */
  static AudioFrame by(VoiceStyle style, String sentence) {
    return by(new Kevin(style), sentence);
  }

  static AudioFrame by(Kevin voice, String sentence) {
    var pcm = new ByteArrayOutputStream();
    pcm.writeBytes(AudioFrame.silence(AudioFormat.MONO_16K, BEFORE).toByteArray());
    voice.speak(sentence, true, new Recording(pcm));
    pcm.writeBytes(AudioFrame.silence(AudioFormat.MONO_16K, AFTER).toByteArray());
    return AudioFrame.wrap(AudioFormat.MONO_16K, pcm.toByteArray());
  }

  private record Recording(ByteArrayOutputStream pcm) implements Sink {
    @Override
    public boolean isCancelled() {
      return false;
    }

    @Override
    public void words(List<SpokenWord> words) {}

    @Override
    public void audio(byte[] bytes) {
      pcm.writeBytes(bytes);
    }
  }
}
