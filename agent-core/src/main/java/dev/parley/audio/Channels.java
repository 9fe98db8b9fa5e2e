package dev.parley.audio;

/** Makes two channels of one and one of two. */
final class Channels {
  private Channels() {}

  /**
   * Returns the frame with the channels of {@code to}; itself when it has them. The rates must be
   * equal.
   */
  static AudioFrame convert(AudioFrame frame, AudioFormat to) {
    if (frame.format().channels() == to.channels()) {
      return frame;
    }
    return to.channels() == 1 ? mean(frame, to) : doubled(frame, to);
  }

  private static AudioFrame mean(AudioFrame frame, AudioFormat to) {
    var pcm = new byte[frame.byteLength() / 2];
    for (int i = 0; i < frame.sampleCount(); i++) {
      Pcm.put(pcm, i, (frame.sample(2 * i) + frame.sample(2 * i + 1) + 1) >> 1);
    }
    return AudioFrame.wrap(to, pcm);
  }

  private static AudioFrame doubled(AudioFrame frame, AudioFormat to) {
    var pcm = new byte[frame.byteLength() * 2];
    for (int i = 0; i < frame.sampleCount(); i++) {
      Pcm.put(pcm, 2 * i, frame.sample(i));
      Pcm.put(pcm, 2 * i + 1, frame.sample(i));
    }
    return AudioFrame.wrap(to, pcm);
  }
}
