package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;

/**
 * Hears what concerns the local user: messages, metadata, volume and the state of tracks.
 *
 * <p>Called on a thread of the simulated SDK; the rules of {@link IRtcConnObserver} apply.
 */
public interface ILocalUserObserver {
  @Evidence(Evidence.Level.OVERRIDDEN)
  default void onStreamMessage(
      AgoraLocalUser agoraLocalUser, String userId, int streamId, byte[] data) {}

  @Evidence(Evidence.Level.OVERRIDDEN)
  default void onAudioMetaDataReceived(
      AgoraLocalUser agoraLocalUser, String userId, byte[] metaData) {}

  @Evidence(Evidence.Level.OVERRIDDEN)
  default void onAudioVolumeIndication(
      AgoraLocalUser agoraLocalUser, AudioVolumeInfo[] speakers, int totalVolume) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onActiveSpeaker(AgoraLocalUser agoraLocalUser, String userId) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onAudioTrackPublishStart(
      AgoraLocalUser agoraLocalUser, AgoraLocalAudioTrack agoraLocalAudioTrack) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onAudioTrackPublishSuccess(
      AgoraLocalUser agoraLocalUser, AgoraLocalAudioTrack agoraLocalAudioTrack) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onAudioTrackUnpublished(
      AgoraLocalUser agoraLocalUser, AgoraLocalAudioTrack agoraLocalAudioTrack) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onAudioTrackPublicationFailure(
      AgoraLocalUser agoraLocalUser, AgoraLocalAudioTrack agoraLocalAudioTrack, int error) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onLocalAudioTrackStateChanged(
      AgoraLocalUser agoraLocalUser,
      AgoraLocalAudioTrack agoraLocalAudioTrack,
      int state,
      int error) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onLocalAudioTrackStatistics(AgoraLocalUser agoraLocalUser, LocalAudioStats stats) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onRemoteAudioTrackStatistics(
      AgoraLocalUser agoraLocalUser,
      AgoraRemoteAudioTrack agoraRemoteAudioTrack,
      RemoteAudioTrackStats stats) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onUserAudioTrackSubscribed(
      AgoraLocalUser agoraLocalUser, String userId, AgoraRemoteAudioTrack agoraRemoteAudioTrack) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onUserAudioTrackStateChanged(
      AgoraLocalUser agoraLocalUser,
      String userId,
      AgoraRemoteAudioTrack agoraRemoteAudioTrack,
      int state,
      int reason,
      int elapsed) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onAudioSubscribeStateChanged(
      AgoraLocalUser agoraLocalUser,
      String channel,
      String userId,
      int oldState,
      int newState,
      int elapseSinceLastState) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onAudioPublishStateChanged(
      AgoraLocalUser agoraLocalUser,
      String channel,
      int oldState,
      int newState,
      int elapseSinceLastState) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onFirstRemoteAudioFrame(AgoraLocalUser agoraLocalUser, String userId, int elapsed) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onFirstRemoteAudioDecoded(
      AgoraLocalUser agoraLocalUser, String userId, int elapsed) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onUserInfoUpdated(AgoraLocalUser agoraLocalUser, String userId, int msg, int val) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onUserStateChanged(AgoraLocalUser agoraLocalUser, String userId, int state) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onIntraRequestReceived(AgoraLocalUser agoraLocalUser) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onRemoteSubscribeFallbackToAudioOnly(
      AgoraLocalUser agoraLocalUser, String userId, int isFallbackOrRecover) {}

  @Evidence(Evidence.Level.OVERRIDDEN)
  default void onUserVideoTrackStateChanged(
      AgoraLocalUser agoraLocalUser,
      String userId,
      AgoraRemoteVideoTrack agoraRemoteVideoTrack,
      int state,
      int reason,
      int elapsed) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onUserVideoTrackSubscribed(
      AgoraLocalUser agoraLocalUser,
      String userId,
      VideoTrackInfo info,
      AgoraRemoteVideoTrack agoraRemoteVideoTrack) {}

  @Evidence(Evidence.Level.DECLARED)
  default void onVideoTrackPublishSuccess(
      AgoraLocalUser agoraLocalUser, AgoraLocalVideoTrack agoraLocalVideoTrack) {}
}
