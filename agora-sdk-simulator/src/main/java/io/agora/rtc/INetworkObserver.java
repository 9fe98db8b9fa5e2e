package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;

/** Hears estimates of the network every two seconds while connected. */
public interface INetworkObserver {
  @Evidence(Evidence.Level.OVERRIDDEN)
  void onUplinkNetworkInfoUpdated(AgoraRtcConn agoraRtcConn, UplinkNetworkInfo info);

  @Evidence(Evidence.Level.OVERRIDDEN)
  void onDownlinkNetworkInfoUpdated(AgoraRtcConn agoraRtcConn, DownlinkNetworkInfo info);
}
