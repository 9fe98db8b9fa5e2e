package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;

/** Would hear raw video; never called by the simulator. */
public interface IVideoFrameObserver2 {
  @Evidence(Evidence.Level.OVERRIDDEN)
  void onFrame(
      AgoraVideoFrameObserver2 agoraVideoFrameObserver2,
      String channelId,
      String remoteUserId,
      VideoFrame frame);
}
