package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;

/**
 * Hears what happens to a connection and to the users of its channel.
 *
 * <p>Called on a thread of the simulated SDK, one call at a time for each connection. A callback
 * must not block, must not throw and must not call the SDK.
 */
public interface IRtcConnObserver {
  @Evidence(Evidence.Level.OVERRIDDEN)
  default void onConnected(AgoraRtcConn agoraRtcConn, RtcConnInfo connInfo, int reason) {}

  @Evidence(Evidence.Level.OVERRIDDEN)
  default void onDisconnected(AgoraRtcConn agoraRtcConn, RtcConnInfo connInfo, int reason) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onConnecting(AgoraRtcConn agoraRtcConn, RtcConnInfo connInfo, int reason) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onReconnecting(AgoraRtcConn agoraRtcConn, RtcConnInfo connInfo, int reason) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onReconnected(AgoraRtcConn agoraRtcConn, RtcConnInfo connInfo, int reason) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onConnectionLost(AgoraRtcConn agoraRtcConn, RtcConnInfo connInfo) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onConnectionFailure(AgoraRtcConn agoraRtcConn, RtcConnInfo connInfo, int reason) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onConnectionLicenseValidationFailure(
      AgoraRtcConn agoraRtcConn, RtcConnInfo connInfo, int reason) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onTokenPrivilegeWillExpire(AgoraRtcConn agoraRtcConn, String token) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onTokenPrivilegeDidExpire(AgoraRtcConn agoraRtcConn) {}

  @Evidence(Evidence.Level.OVERRIDDEN)
  default void onUserJoined(AgoraRtcConn agoraRtcConn, String userId) {}

  @Evidence(Evidence.Level.OVERRIDDEN)
  default void onUserLeft(AgoraRtcConn agoraRtcConn, String userId, int reason) {}

  @Evidence(Evidence.Level.OVERRIDDEN)
  default void onChangeRoleSuccess(AgoraRtcConn agoraRtcConn, int oldRole, int newRole) {}

  @Evidence(Evidence.Level.OVERRIDDEN)
  default void onChangeRoleFailure(AgoraRtcConn agoraRtcConn) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onTransportStats(AgoraRtcConn agoraRtcConn, RtcStats stats) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onUserNetworkQuality(
      AgoraRtcConn agoraRtcConn, String userId, int txQuality, int rxQuality) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onLastmileQuality(AgoraRtcConn agoraRtcConn, int quality) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onLastmileProbeResult(AgoraRtcConn agoraRtcConn, LastmileProbeResult result) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onNetworkTypeChanged(AgoraRtcConn agoraRtcConn, int type) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onApiCallExecuted(AgoraRtcConn agoraRtcConn, int err, String api, String result) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onContentInspectResult(AgoraRtcConn agoraRtcConn, int result) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onSnapshotTaken(
      AgoraRtcConn agoraRtcConn,
      String channel,
      int userId,
      String filePath,
      int width,
      int height,
      int errCode) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onError(AgoraRtcConn agoraRtcConn, int error, String msg) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onWarning(AgoraRtcConn agoraRtcConn, int warning, String msg) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onChannelMediaRelayStateChanged(AgoraRtcConn agoraRtcConn, int state, int code) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onLocalUserRegistered(AgoraRtcConn agoraRtcConn, int uid, String userAccount) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onUserAccountUpdated(AgoraRtcConn agoraRtcConn, int uid, String userAccount) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onStreamMessageError(
      AgoraRtcConn agoraRtcConn, String userId, int streamId, int code, int missed, int cached) {}

  @Evidence(Evidence.Level.OVERRIDDEN)
  default void onEncryptionError(AgoraRtcConn agoraRtcConn, int errorType) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onUploadLogResult(
      AgoraRtcConn agoraRtcConn, String requestId, int success, int reason) {}

  @Evidence(Evidence.Level.OVERRIDDEN)
  default int onAIQoSCapabilityMissing(AgoraRtcConn agoraRtcConn, int defaultFallbackSenario) {
    return defaultFallbackSenario;
  }
}
