package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;
import java.nio.ByteBuffer;

/** Would hear encoded video; never called by the simulator. */
public interface IVideoEncodedFrameObserver {
  @Evidence(Evidence.Level.OVERRIDDEN)
  int onEncodedVideoFrame(
      AgoraVideoEncodedFrameObserver observer,
      int userId,
      ByteBuffer buffer,
      EncodedVideoFrameInfo info);
}
