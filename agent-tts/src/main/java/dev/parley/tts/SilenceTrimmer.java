package dev.parley.tts;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import java.time.Duration;

/**
 * Leaves out the silence in front of the first sound, which a listener only hears as slowness. Not
 * thread-safe.
 *
 * <p>20 ms in front of the first sound stay, so that no consonant loses its beginning. After a
 * second of silence the silence is taken for meant.
 */
final class SilenceTrimmer {
  /** 50 dB below full scale: above the noise of vendors' vocoders, below any consonant. */
  private static final int LOUDEST_SILENCE = 100;

  private static final Duration LEAD = Duration.ofMillis(20);
  private static final Duration LONGEST = Duration.ofSeconds(1);

  private final AudioFormat format;
  private final int lead;
  private AudioFrame held;
  private long trimmed;
  private boolean started;

  SilenceTrimmer(AudioFormat format) {
    this.format = format;
    this.lead = (int) format.samplesIn(LEAD);
    this.held = AudioFrame.wrap(format, new byte[0]);
  }

  /** Whether the first sound has come, so that what was left out is known. */
  boolean started() {
    return started;
  }

  /** How much was left out so far. */
  Duration trimmed() {
    return format.durationOf(trimmed);
  }

  /** Adds a frame and returns what is to be heard, maybe nothing. */
  AudioFrame add(AudioFrame frame) {
    if (started) {
      return frame;
    }
    int sound = firstSound(frame);
    AudioFrame all = join(held, frame);
    int silent = sound < 0 ? all.sampleCount() : held.sampleCount() + sound;
    int cut = Math.max(0, silent - lead);
    trimmed += cut;
    started = sound >= 0 || trimmed >= format.samplesIn(LONGEST);
    AudioFrame rest = all.slice(cut, all.sampleCount());
    held = started ? held.slice(0, 0) : rest;
    return started ? rest : held.slice(0, 0);
  }

  /** Ends the stream: returns what was held back. */
  AudioFrame finish() {
    AudioFrame rest = held;
    held = held.slice(0, 0);
    started = true;
    return rest;
  }

  private int firstSound(AudioFrame frame) {
    int samples = frame.sampleCount() * format.channels();
    for (int at = 0; at < samples; at++) {
      if (Math.abs(frame.sample(at)) > LOUDEST_SILENCE) {
        return at / format.channels();
      }
    }
    return -1;
  }

  private AudioFrame join(AudioFrame first, AudioFrame second) {
    if (first.sampleCount() == 0) {
      return second;
    }
    var pcm = new byte[first.byteLength() + second.byteLength()];
    first.copyTo(pcm, 0);
    second.copyTo(pcm, first.byteLength());
    return AudioFrame.wrap(format, pcm);
  }
}
