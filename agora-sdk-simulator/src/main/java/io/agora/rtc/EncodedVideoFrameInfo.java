package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;

/** What an encoded video frame contains. */
@Evidence(Evidence.Level.INFERRED)
public class EncodedVideoFrameInfo {
  private int codecType;
  private int width;
  private int height;
  private int framesPerSecond;
  private int frameType;
  private int rotation;
  private int trackId;
  private long captureTimeMs;
  private long decodeTimeMs;
  private long presentationMs;
  private int uid;
  private int streamType;

  /** Makes one with the defaults of the SDK. */
  @Evidence(Evidence.Level.INFERRED)
  public EncodedVideoFrameInfo() {}

  public int getCodecType() {
    return codecType;
  }

  public void setCodecType(int codecType) {
    this.codecType = codecType;
  }

  public int getWidth() {
    return width;
  }

  public void setWidth(int width) {
    this.width = width;
  }

  public int getHeight() {
    return height;
  }

  public void setHeight(int height) {
    this.height = height;
  }

  public int getFramesPerSecond() {
    return framesPerSecond;
  }

  public void setFramesPerSecond(int framesPerSecond) {
    this.framesPerSecond = framesPerSecond;
  }

  public int getFrameType() {
    return frameType;
  }

  public void setFrameType(int frameType) {
    this.frameType = frameType;
  }

  public int getRotation() {
    return rotation;
  }

  public void setRotation(int rotation) {
    this.rotation = rotation;
  }

  public int getTrackId() {
    return trackId;
  }

  public void setTrackId(int trackId) {
    this.trackId = trackId;
  }

  public long getCaptureTimeMs() {
    return captureTimeMs;
  }

  public void setCaptureTimeMs(long captureTimeMs) {
    this.captureTimeMs = captureTimeMs;
  }

  public long getDecodeTimeMs() {
    return decodeTimeMs;
  }

  public void setDecodeTimeMs(long decodeTimeMs) {
    this.decodeTimeMs = decodeTimeMs;
  }

  public long getPresentationMs() {
    return presentationMs;
  }

  public void setPresentationMs(long presentationMs) {
    this.presentationMs = presentationMs;
  }

  public int getUid() {
    return uid;
  }

  public void setUid(int uid) {
    this.uid = uid;
  }

  public int getStreamType() {
    return streamType;
  }

  public void setStreamType(int streamType) {
    this.streamType = streamType;
  }
}
