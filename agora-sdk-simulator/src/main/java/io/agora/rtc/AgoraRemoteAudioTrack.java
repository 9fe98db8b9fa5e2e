package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;

/** The audio track of a remote user, as an argument of callbacks. */
@Evidence(Evidence.Level.INFERRED)
public class AgoraRemoteAudioTrack {
  private static final int DECODING = 2;

  public long getNativeHandle() {
    return 0;
  }

  public int getState() {
    return DECODING;
  }

  public RemoteAudioTrackStats getStatistics() {
    return new RemoteAudioTrackStats();
  }

  public void destroyStatistics(RemoteAudioTrackStats stats) {}

  public void destroy() {}
}
