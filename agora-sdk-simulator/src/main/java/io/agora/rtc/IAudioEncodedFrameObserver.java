package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;
import java.nio.ByteBuffer;

/** Hears the encoded audio of remote users. */
public interface IAudioEncodedFrameObserver {
  @Evidence(Evidence.Level.OVERRIDDEN)
  int onEncodedAudioFrameReceived(
      String remoteUserId, ByteBuffer buffer, EncodedAudioFrameReceiverInfo info);
}
