package dev.parley.agora;

import io.agora.rtc.AgoraLocalUser;
import io.agora.rtc.AgoraRemoteAudioTrack;
import io.agora.rtc.ILocalUserObserver;

/** Hears on the SDK's threads of data messages and of muting, and hands it over. */
final class UserObserver implements ILocalUserObserver {
  private static final int STATE_STOPPED = 0;
  private static final int REASON_REMOTE_MUTED = 5;
  private static final int REASON_REMOTE_UNMUTED = 6;

  private final Lane lane;
  private final Link link;
  private final PeopleListener listener;

  UserObserver(Lane lane, Link link, PeopleListener listener) {
    this.lane = lane;
    this.link = link;
    this.listener = listener;
  }

  /** The bytes are a copy already; too many of them are refused like sound. */
  @Override
  public void onStreamMessage(
      AgoraLocalUser agoraLocalUser, String userId, int streamId, byte[] data) {
    lane.offer(() -> listener.onMessage(link, userId, data));
  }

  @Override
  public void onUserAudioTrackStateChanged(
      AgoraLocalUser agoraLocalUser,
      String userId,
      AgoraRemoteAudioTrack agoraRemoteAudioTrack,
      int state,
      int reason,
      int elapsed) {
    if (state == STATE_STOPPED && reason == REASON_REMOTE_MUTED) {
      lane.execute(() -> listener.onMuted(link, userId, true));
    } else if (reason == REASON_REMOTE_UNMUTED) {
      lane.execute(() -> listener.onMuted(link, userId, false));
    }
  }
}
