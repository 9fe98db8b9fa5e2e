package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;

/** Estimate of the downlink. */
@Evidence(Evidence.Level.INFERRED)
public class DownlinkNetworkInfo {
  private int lastmileBufferDelayTimeMs;
  private int bandwidthEstimationBps;

  /** Makes one with the defaults of the SDK. */
  @Evidence(Evidence.Level.INFERRED)
  public DownlinkNetworkInfo() {}

  public int getLastmileBufferDelayTimeMs() {
    return lastmileBufferDelayTimeMs;
  }

  public void setLastmileBufferDelayTimeMs(int lastmileBufferDelayTimeMs) {
    this.lastmileBufferDelayTimeMs = lastmileBufferDelayTimeMs;
  }

  public int getBandwidthEstimationBps() {
    return bandwidthEstimationBps;
  }

  public void setBandwidthEstimationBps(int bandwidthEstimationBps) {
    this.bandwidthEstimationBps = bandwidthEstimationBps;
  }
}
