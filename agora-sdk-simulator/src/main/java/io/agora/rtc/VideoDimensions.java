package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;

/** Width and height of video. */
@Evidence(Evidence.Level.INFERRED)
public class VideoDimensions {
  private int width;
  private int height;

  public VideoDimensions() {}

  @Evidence(Evidence.Level.CALLED)
  public VideoDimensions(int width, int height) {
    this.width = width;
    this.height = height;
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
}
