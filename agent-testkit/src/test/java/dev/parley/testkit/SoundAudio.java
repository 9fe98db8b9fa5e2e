package dev.parley.testkit;

import dev.parley.audio.AudioFrame;
import java.io.ByteArrayOutputStream;

/** All audio of a sound in one frame. */
final class SoundAudio {
  private SoundAudio() {}

  static AudioFrame whole(int number, Sound sound) {
    var pcm = new ByteArrayOutputStream();
    for (int i = 0; i < SoundFrames.countOf(sound); i++) {
      pcm.writeBytes(SoundFrames.frame(number, i, sound).toByteArray());
    }
    return AudioFrame.wrap(SoundFrames.FORMAT, pcm.toByteArray());
  }
}
