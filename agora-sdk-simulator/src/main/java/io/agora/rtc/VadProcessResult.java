package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;

/** What voice activity detection made of a frame. */
public class VadProcessResult {
  private byte[] outFrame;
  private Constants.VadState state;

  @Evidence(Evidence.Level.DECLARED)
  public VadProcessResult(byte[] outFrame, Constants.VadState state) {
    this.outFrame = outFrame;
    this.state = state;
  }

  /** Returns the audio to use: at the start of speech everything since the lead-in. */
  @Evidence(Evidence.Level.RETURN_USED)
  public byte[] getOutFrame() {
    return outFrame;
  }

  @Evidence(Evidence.Level.INFERRED)
  public void setOutFrame(byte[] outFrame) {
    this.outFrame = outFrame;
  }

  @Evidence(Evidence.Level.RETURN_USED)
  public Constants.VadState getState() {
    return state;
  }

  @Evidence(Evidence.Level.INFERRED)
  public void setState(Constants.VadState state) {
    this.state = state;
  }
}
