package dev.parley.agora.simulator.audio;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.TargetDataLine;

/**
 * Where a person's voice comes from, a frame of 10 ms at a time. Called under the simulator's lock:
 * it must return at once.
 */
public interface AudioSource {
  /** Returns the format of the frames; the same at every call. */
  PcmFormat format();

  /**
   * Fills {@code frame}, which is zeroed and holds 10 ms.
   *
   * @return how many bytes were written, 0 when there is nothing at the moment, or -1 at the end
   */
  int read(byte[] frame);

  /** Returns a source that takes what an open and started recording line has, and never ends. */
  static AudioSource ofLine(TargetDataLine line) {
    AudioFormat format = line.getFormat();
    if (format.getSampleSizeInBits() != 16 || format.isBigEndian()) {
      throw new IllegalArgumentException("line is " + format + "; open it with 16-bit LE PCM");
    }
    return new OfLine(new PcmFormat((int) format.getSampleRate(), format.getChannels()), line);
  }

  /** A clip, once. */
  final class OfClip implements AudioSource {
    private final PcmFormat format;
    private final byte[] pcm;
    private int position;

    OfClip(PcmFormat format, byte[] pcm) {
      this.format = format;
      this.pcm = pcm;
    }

    @Override
    public PcmFormat format() {
      return format;
    }

    @Override
    public int read(byte[] frame) {
      int length = Math.min(frame.length, pcm.length - position);
      System.arraycopy(pcm, position, frame, 0, length);
      position += length;
      return length == 0 ? -1 : length;
    }
  }

  /** A microphone. */
  final class OfLine implements AudioSource {
    private final PcmFormat format;
    private final TargetDataLine line;

    OfLine(PcmFormat format, TargetDataLine line) {
      this.format = format;
      this.line = line;
    }

    @Override
    public PcmFormat format() {
      return format;
    }

    @Override
    public int read(byte[] frame) {
      return line.available() < frame.length ? 0 : line.read(frame, 0, frame.length);
    }
  }
}
