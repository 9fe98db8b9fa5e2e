package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;
import java.nio.ByteBuffer;

/** A raw video frame to push; the simulator refuses it. */
@Evidence(Evidence.Level.INFERRED)
public class ExternalVideoFrame {
  private int type;
  private int format;
  private ByteBuffer buffer;
  private int stride;
  private int height;
  private int rotation;
  private long timestamp;
  private ByteBuffer metadataBuffer;
  private ByteBuffer alphaBuffer;
  private int fillAlphaBuffer;

  /** Makes one with the defaults of the SDK. */
  @Evidence(Evidence.Level.INFERRED)
  public ExternalVideoFrame() {}

  public int getType() {
    return type;
  }

  public void setType(int type) {
    this.type = type;
  }

  public int getFormat() {
    return format;
  }

  public void setFormat(int format) {
    this.format = format;
  }

  public ByteBuffer getBuffer() {
    return buffer;
  }

  public void setBuffer(ByteBuffer buffer) {
    this.buffer = buffer;
  }

  public int getStride() {
    return stride;
  }

  public void setStride(int stride) {
    this.stride = stride;
  }

  public int getHeight() {
    return height;
  }

  public void setHeight(int height) {
    this.height = height;
  }

  public int getRotation() {
    return rotation;
  }

  public void setRotation(int rotation) {
    this.rotation = rotation;
  }

  public long getTimestamp() {
    return timestamp;
  }

  public void setTimestamp(long timestamp) {
    this.timestamp = timestamp;
  }

  public ByteBuffer getMetadataBuffer() {
    return metadataBuffer;
  }

  public void setMetadataBuffer(ByteBuffer metadataBuffer) {
    this.metadataBuffer = metadataBuffer;
  }

  public ByteBuffer getAlphaBuffer() {
    return alphaBuffer;
  }

  public void setAlphaBuffer(ByteBuffer alphaBuffer) {
    this.alphaBuffer = alphaBuffer;
  }

  public int getFillAlphaBuffer() {
    return fillAlphaBuffer;
  }

  public void setFillAlphaBuffer(int fillAlphaBuffer) {
    this.fillAlphaBuffer = fillAlphaBuffer;
  }
}
