package dev.parley.agora.simulator.audio;

/** Some PCM with its shape, usually 10 ms of it. Its bytes are shared and never changed. */
public final class PcmFrame {
  private final PcmFormat format;
  private final byte[] pcm;
  private final long presentationMs;

  /** Wraps bytes, which nobody changes from now on; the time stamp is 0 when unused. */
  public PcmFrame(PcmFormat format, byte[] pcm, long presentationMs) {
    this.format = format;
    this.pcm = pcm;
    this.presentationMs = presentationMs;
  }

  /** Returns 10 ms of silence. */
  public static PcmFrame silence(PcmFormat format) {
    return new PcmFrame(format, new byte[format.bytesPerFrame()], 0);
  }

  /** Returns the shape. */
  public PcmFormat format() {
    return format;
  }

  /** Returns the bytes themselves; do not change them. */
  public byte[] pcm() {
    return pcm;
  }

  /** Returns the sender's time stamp, 0 when unused. */
  public long presentationMs() {
    return presentationMs;
  }
}
