package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;

/** Wraps an observer of encoded video, which the simulator never calls. */
public class AgoraVideoEncodedFrameObserver {
  @Evidence(Evidence.Level.CALLED)
  public AgoraVideoEncodedFrameObserver(IVideoEncodedFrameObserver observer) {}
}
