package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;

/** Which video stream of a user is wanted; kept, without effect in the simulator. */
@Evidence(Evidence.Level.INFERRED)
public class VideoSubscriptionOptions {
  private int type;
  private int encodedFrameOnly;

  /** Makes one with the defaults of the SDK. */
  @Evidence(Evidence.Level.INFERRED)
  public VideoSubscriptionOptions() {}

  public int getType() {
    return type;
  }

  public void setType(int type) {
    this.type = type;
  }

  public int getEncodedFrameOnly() {
    return encodedFrameOnly;
  }

  public void setEncodedFrameOnly(int encodedFrameOnly) {
    this.encodedFrameOnly = encodedFrameOnly;
  }
}
