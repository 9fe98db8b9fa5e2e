package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;

/** Estimate of the uplink. */
@Evidence(Evidence.Level.INFERRED)
public class UplinkNetworkInfo {
  private int videoEncoderTargetBitrateBps;

  /** Makes one with the defaults of the SDK. */
  @Evidence(Evidence.Level.INFERRED)
  public UplinkNetworkInfo() {}

  public int getVideoEncoderTargetBitrateBps() {
    return videoEncoderTargetBitrateBps;
  }

  public void setVideoEncoderTargetBitrateBps(int videoEncoderTargetBitrateBps) {
    this.videoEncoderTargetBitrateBps = videoEncoderTargetBitrateBps;
  }
}
