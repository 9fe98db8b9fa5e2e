package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;

/** Wraps an observer of raw video, which the simulator never calls. */
public class AgoraVideoFrameObserver2 {
  @Evidence(Evidence.Level.CALLED)
  public AgoraVideoFrameObserver2(IVideoFrameObserver2 observer) {}
}
