package dev.parley.agora.simulator.engine;

import io.agora.rtc.AgoraLocalAudioTrack;
import io.agora.rtc.AgoraLocalUser;
import io.agora.rtc.AgoraRemoteAudioTrack;
import io.agora.rtc.AgoraRtcConn;
import io.agora.rtc.AudioVolumeInfo;
import io.agora.rtc.Constants;
import io.agora.rtc.IRtcConnObserver;
import io.agora.rtc.RtcConnInfo;
import io.agora.rtc.RtcStats;
import java.util.HashMap;
import java.util.Map;

/** Tells a connection's observers what happens, with the arguments they expect. */
final class ConnectionEvents {
  private static final int STREAM_ID = 1;
  private static final int DECRYPTION_FAILED = 1;
  private static final int NOT_SUBSCRIBED = 1;
  private static final int SUBSCRIBED = 3;
  private static final int NOT_PUBLISHED = 1;
  private static final int PUBLISHED = 3;

  private final Connection connection;
  private final Callbacks callbacks;
  private final AgoraLocalAudioTrack localTrack = new AgoraLocalAudioTrack();
  private final Map<String, AgoraRemoteAudioTrack> remoteTracks = new HashMap<>();

  ConnectionEvents(Connection connection, Callbacks callbacks) {
    this.connection = connection;
    this.callbacks = callbacks;
  }

  private AgoraRtcConn conn() {
    return connection.api();
  }

  private AgoraLocalUser user() {
    return connection.localUser();
  }

  private interface StateCallback {
    void call(IRtcConnObserver observer, AgoraRtcConn conn, RtcConnInfo info, int reason);
  }

  private void state(String name, ChangeReason reason, StateCallback callback) {
    RtcConnInfo info = connection.info();
    callbacks.connection(name, observer -> callback.call(observer, conn(), info, reason.number()));
  }

  void connecting(ChangeReason reason) {
    state("onConnecting", reason, IRtcConnObserver::onConnecting);
  }

  void connected(ChangeReason reason) {
    state("onConnected", reason, IRtcConnObserver::onConnected);
  }

  void reconnecting(ChangeReason reason) {
    state("onReconnecting", reason, IRtcConnObserver::onReconnecting);
  }

  void disconnected(ChangeReason reason) {
    state("onDisconnected", reason, IRtcConnObserver::onDisconnected);
  }

  void connectionFailure(ChangeReason reason) {
    if (reason.error() != 0) {
      error(reason);
    }
    state("onConnectionFailure", reason, IRtcConnObserver::onConnectionFailure);
  }

  void error(ChangeReason reason) {
    String message = reason.name();
    callbacks.connection("onError", observer -> observer.onError(conn(), reason.error(), message));
  }

  void connectionLost() {
    RtcConnInfo info = connection.info();
    callbacks.connection("onConnectionLost", observer -> observer.onConnectionLost(conn(), info));
  }

  void tokenWillExpire(String token) {
    callbacks.connection(
        "onTokenPrivilegeWillExpire",
        observer -> observer.onTokenPrivilegeWillExpire(conn(), token));
  }

  void tokenDidExpire() {
    callbacks.connection(
        "onTokenPrivilegeDidExpire", observer -> observer.onTokenPrivilegeDidExpire(conn()));
  }

  void userJoined(String userId) {
    callbacks.connection("onUserJoined", observer -> observer.onUserJoined(conn(), userId));
  }

  void userLeft(String userId, OfflineReason reason) {
    remoteTracks.remove(userId);
    callbacks.connection(
        "onUserLeft", observer -> observer.onUserLeft(conn(), userId, reason.number()));
  }

  void roleChanged(int oldRole, int newRole) {
    callbacks.connection(
        "onChangeRoleSuccess", observer -> observer.onChangeRoleSuccess(conn(), oldRole, newRole));
  }

  void roleNotChanged() {
    callbacks.connection("onChangeRoleFailure", observer -> observer.onChangeRoleFailure(conn()));
  }

  /** Asks which scenario to use from now on, and changes to it unless the answer is negative. */
  void aiQosCapabilityMissing() {
    callbacks.connection(
        "onAIQoSCapabilityMissing",
        observer -> {
          int scenario = observer.onAIQoSCapabilityMissing(conn(), Constants.AUDIO_SCENARIO_CHORUS);
          if (scenario >= 0) {
            connection.world().soon(() -> connection.changeScenario(scenario));
          }
        });
  }

  void encryptionError() {
    callbacks.connection(
        "onEncryptionError", observer -> observer.onEncryptionError(conn(), DECRYPTION_FAILED));
  }

  void statistics(RtcStats stats) {
    callbacks.connection("onTransportStats", observer -> observer.onTransportStats(conn(), stats));
  }

  void networkQuality(String userId, int quality) {
    callbacks.connection(
        "onUserNetworkQuality",
        observer -> observer.onUserNetworkQuality(conn(), userId, quality, quality));
  }

  void messageLost(String userId) {
    callbacks.connection(
        "onStreamMessageError",
        observer ->
            observer.onStreamMessageError(
                conn(), userId, STREAM_ID, -ErrorCode.STREAM_MESSAGE_TIMEOUT, 1, 0));
  }

  void message(String userId, byte[] data) {
    callbacks.localUser(
        "onStreamMessage",
        observer -> observer.onStreamMessage(user(), userId, STREAM_ID, data.clone()));
  }

  void volume(AudioVolumeInfo[] speakers) {
    int total = 0;
    for (AudioVolumeInfo speaker : speakers) {
      total = Math.max(total, speaker.getVolume());
    }
    int loudest = total;
    callbacks.localUser(
        "onAudioVolumeIndication",
        observer -> observer.onAudioVolumeIndication(user(), speakers, loudest));
  }

  void activeSpeaker(String userId) {
    callbacks.localUser("onActiveSpeaker", observer -> observer.onActiveSpeaker(user(), userId));
  }

  void published() {
    callbacks.localUser(
        "onAudioTrackPublishStart",
        observer -> observer.onAudioTrackPublishStart(user(), localTrack));
    callbacks.localUser(
        "onAudioTrackPublishSuccess",
        observer -> observer.onAudioTrackPublishSuccess(user(), localTrack));
    publishState(NOT_PUBLISHED, PUBLISHED);
  }

  void publicationFailed() {
    callbacks.localUser(
        "onAudioTrackPublicationFailure",
        observer ->
            observer.onAudioTrackPublicationFailure(
                user(), localTrack, -ErrorCode.ROLE_NOT_AUTHORISED));
  }

  void unpublished() {
    callbacks.localUser(
        "onAudioTrackUnpublished",
        observer -> observer.onAudioTrackUnpublished(user(), localTrack));
    publishState(PUBLISHED, NOT_PUBLISHED);
  }

  private void publishState(int before, int after) {
    String channel = connection.channelName();
    callbacks.localUser(
        "onAudioPublishStateChanged",
        observer -> observer.onAudioPublishStateChanged(user(), channel, before, after, 0));
  }

  void trackSubscribed(String userId) {
    AgoraRemoteAudioTrack track = remoteTrack(userId);
    callbacks.localUser(
        "onUserAudioTrackSubscribed",
        observer -> observer.onUserAudioTrackSubscribed(user(), userId, track));
    String channel = connection.channelName();
    callbacks.localUser(
        "onAudioSubscribeStateChanged",
        observer ->
            observer.onAudioSubscribeStateChanged(
                user(), channel, userId, NOT_SUBSCRIBED, SUBSCRIBED, 0));
  }

  void track(String userId, TrackChange change) {
    AgoraRemoteAudioTrack track = remoteTrack(userId);
    callbacks.localUser(
        "onUserAudioTrackStateChanged",
        observer ->
            observer.onUserAudioTrackStateChanged(
                user(), userId, track, change.state(), change.reason(), 0));
  }

  void firstFrame(String userId) {
    callbacks.localUser(
        "onFirstRemoteAudioFrame", observer -> observer.onFirstRemoteAudioFrame(user(), userId, 0));
    callbacks.localUser(
        "onFirstRemoteAudioDecoded",
        observer -> observer.onFirstRemoteAudioDecoded(user(), userId, 0));
    track(userId, TrackChange.HEARD);
  }

  private AgoraRemoteAudioTrack remoteTrack(String userId) {
    return remoteTracks.computeIfAbsent(userId, uid -> new AgoraRemoteAudioTrack());
  }
}
