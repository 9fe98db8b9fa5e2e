package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;

/**
 * Hears PCM: each subscribed remote user apart, before mixing, and the mix.
 *
 * <p>The buffer of a frame is direct and overwritten as soon as the callback returns: copy it. What
 * the methods return has no effect.
 */
public interface IAudioFrameObserver {
  @Evidence(Evidence.Level.OVERRIDDEN)
  default int onPlaybackAudioFrameBeforeMixing(
      AgoraLocalUser agoraLocalUser,
      String channelId,
      String userId,
      AudioFrame frame,
      VadProcessResult vadResult) {
    return 1;
  }

  @Evidence(Evidence.Level.OVERRIDDEN)
  default int onPlaybackAudioFrame(
      AgoraLocalUser agoraLocalUser, String channelId, AudioFrame frame) {
    return 1;
  }

  @Evidence(Evidence.Level.OVERRIDDEN)
  default int onRecordAudioFrame(
      AgoraLocalUser agoraLocalUser, String channelId, AudioFrame frame) {
    return 1;
  }

  @Evidence(Evidence.Level.OVERRIDDEN)
  default int onMixedAudioFrame(AgoraLocalUser agoraLocalUser, String channelId, AudioFrame frame) {
    return 1;
  }

  @Evidence(Evidence.Level.OVERRIDDEN)
  default int onEarMonitoringAudioFrame(AgoraLocalUser agoraLocalUser, AudioFrame frame) {
    return 1;
  }

  @Evidence(Evidence.Level.OVERRIDDEN)
  default int getObservedAudioFramePosition() {
    return 15;
  }
}
