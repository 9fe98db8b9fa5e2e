package dev.parley.testkit.contract;

import dev.parley.audio.AudioFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Cuts sound into frames, as rooms deliver it. */
final class Frames {
  static final Duration TWENTY_MILLIS = Duration.ofMillis(20);

  private Frames() {}

  /** Returns frames of 20 ms; the last may be shorter. */
  static List<AudioFrame> of20Millis(AudioFrame sound) {
    return of((int) sound.format().samplesIn(TWENTY_MILLIS), sound);
  }

  /** Returns frames of this many samples; the last may have fewer. */
  static List<AudioFrame> of(int samples, AudioFrame sound) {
    var frames = new ArrayList<AudioFrame>();
    for (int from = 0; from < sound.sampleCount(); from += samples) {
      frames.add(sound.slice(from, Math.min(from + samples, sound.sampleCount())));
    }
    return frames;
  }
}
