package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;

/** Options of a video sender; kept, without effect in the simulator. */
@Evidence(Evidence.Level.INFERRED)
public class SenderOptions {
  private int ccMode;
  private int codecType;
  private int targetBitrate;

  /** Makes one with the defaults of the SDK. */
  @Evidence(Evidence.Level.INFERRED)
  public SenderOptions() {}

  public int getCcMode() {
    return ccMode;
  }

  public void setCcMode(int ccMode) {
    this.ccMode = ccMode;
  }

  public int getCodecType() {
    return codecType;
  }

  public void setCodecType(int codecType) {
    this.codecType = codecType;
  }

  public int getTargetBitrate() {
    return targetBitrate;
  }

  public void setTargetBitrate(int targetBitrate) {
    this.targetBitrate = targetBitrate;
  }
}
