package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;

/** Settings of the video encoder; kept, without effect in the simulator. */
@Evidence(Evidence.Level.INFERRED)
public class VideoEncoderConfig {
  private int codecType;
  private VideoDimensions dimensions;
  private int frameRate;
  private int bitrate;
  private int minBitrate;
  private int orientationMode;
  private int degradationPreference;
  private int mirrorMode;
  private int encodeAlpha;

  /** Makes one with the defaults of the SDK. */
  @Evidence(Evidence.Level.INFERRED)
  public VideoEncoderConfig() {}

  public int getCodecType() {
    return codecType;
  }

  public void setCodecType(int codecType) {
    this.codecType = codecType;
  }

  public VideoDimensions getDimensions() {
    return dimensions;
  }

  public void setDimensions(VideoDimensions dimensions) {
    this.dimensions = dimensions;
  }

  public int getFrameRate() {
    return frameRate;
  }

  public void setFrameRate(int frameRate) {
    this.frameRate = frameRate;
  }

  public int getBitrate() {
    return bitrate;
  }

  public void setBitrate(int bitrate) {
    this.bitrate = bitrate;
  }

  public int getMinBitrate() {
    return minBitrate;
  }

  public void setMinBitrate(int minBitrate) {
    this.minBitrate = minBitrate;
  }

  public int getOrientationMode() {
    return orientationMode;
  }

  public void setOrientationMode(int orientationMode) {
    this.orientationMode = orientationMode;
  }

  public int getDegradationPreference() {
    return degradationPreference;
  }

  public void setDegradationPreference(int degradationPreference) {
    this.degradationPreference = degradationPreference;
  }

  public int getMirrorMode() {
    return mirrorMode;
  }

  public void setMirrorMode(int mirrorMode) {
    this.mirrorMode = mirrorMode;
  }

  public int getEncodeAlpha() {
    return encodeAlpha;
  }

  public void setEncodeAlpha(int encodeAlpha) {
    this.encodeAlpha = encodeAlpha;
  }
}
