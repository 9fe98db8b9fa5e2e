package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;
import java.nio.ByteBuffer;

/** A raw video frame; the simulator never delivers one. */
@Evidence(Evidence.Level.INFERRED)
public class VideoFrame {
  private int width;
  private int height;
  private int yStride;
  private int uStride;
  private int vStride;
  private ByteBuffer yBuffer;
  private ByteBuffer uBuffer;
  private ByteBuffer vBuffer;
  private ByteBuffer metadataBuffer;
  private ByteBuffer alphaBuffer;
  private int alphaMode;
  private long renderTimeMs;

  /** Makes one with the defaults of the SDK. */
  @Evidence(Evidence.Level.INFERRED)
  public VideoFrame() {}

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

  public int getYStride() {
    return yStride;
  }

  public void setYStride(int yStride) {
    this.yStride = yStride;
  }

  public int getUStride() {
    return uStride;
  }

  public void setUStride(int uStride) {
    this.uStride = uStride;
  }

  public int getVStride() {
    return vStride;
  }

  public void setVStride(int vStride) {
    this.vStride = vStride;
  }

  public ByteBuffer getYBuffer() {
    return yBuffer;
  }

  public void setYBuffer(ByteBuffer yBuffer) {
    this.yBuffer = yBuffer;
  }

  public ByteBuffer getUBuffer() {
    return uBuffer;
  }

  public void setUBuffer(ByteBuffer uBuffer) {
    this.uBuffer = uBuffer;
  }

  public ByteBuffer getVBuffer() {
    return vBuffer;
  }

  public void setVBuffer(ByteBuffer vBuffer) {
    this.vBuffer = vBuffer;
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

  public int getAlphaMode() {
    return alphaMode;
  }

  public void setAlphaMode(int alphaMode) {
    this.alphaMode = alphaMode;
  }

  public long getRenderTimeMs() {
    return renderTimeMs;
  }

  public void setRenderTimeMs(long renderTimeMs) {
    this.renderTimeMs = renderTimeMs;
  }
}
