package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;

/** Settings of the second video stream; kept, without effect in the simulator. */
@Evidence(Evidence.Level.INFERRED)
public class SimulcastStreamConfig {
  private VideoDimensions dimensions;
  private int bitrate;
  private int framerate;

  /** Makes one with the defaults of the SDK. */
  @Evidence(Evidence.Level.INFERRED)
  public SimulcastStreamConfig() {}

  public VideoDimensions getDimensions() {
    return dimensions;
  }

  public void setDimensions(VideoDimensions dimensions) {
    this.dimensions = dimensions;
  }

  public int getBitrate() {
    return bitrate;
  }

  public void setBitrate(int bitrate) {
    this.bitrate = bitrate;
  }

  public int getFramerate() {
    return framerate;
  }

  public void setFramerate(int framerate) {
    this.framerate = framerate;
  }
}
