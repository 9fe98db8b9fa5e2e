package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;
import dev.parley.agora.simulator.engine.LocalUserApi;

/** What a connection subscribes to, and in which format it wants to hear it. */
public class AgoraLocalUser {
  private static final int FULL_VOLUME = 100;

  private final LocalUserApi api;

  AgoraLocalUser(LocalUserApi api) {
    this.api = api;
  }

  @Evidence(Evidence.Level.CALLED)
  public int subscribeAudio(String userId) {
    return api.subscribe(userId);
  }

  /** Subscribes to everybody, also to those who join later. */
  @Evidence(Evidence.Level.CALLED)
  public int subscribeAllAudio() {
    return api.subscribeAll();
  }

  @Evidence(Evidence.Level.DECLARED)
  public int unsubscribeAudio(String userId) {
    return api.unsubscribe(userId);
  }

  @Evidence(Evidence.Level.CALLED)
  public int unsubscribeAllAudio() {
    return api.unsubscribeAll();
  }

  /** Sets the format of each user's frames: channels first. */
  @Evidence(Evidence.Level.RETURN_USED)
  public int setPlaybackAudioFrameBeforeMixingParameters(int channels, int sampleRateHz) {
    return api.beforeMixing(channels, sampleRateHz);
  }

  @Evidence(Evidence.Level.RETURN_USED)
  public int setPlaybackAudioFrameParameters(
      int channels, int sampleRateHz, int mode, int samplesPerCall) {
    return api.playback(channels, sampleRateHz, samplesPerCall);
  }

  @Evidence(Evidence.Level.DECLARED)
  public int setRecordingAudioFrameParameters(
      int channels, int sampleRateHz, int mode, int samplesPerCall) {
    return api.accept("setRecordingAudioFrameParameters");
  }

  @Evidence(Evidence.Level.DECLARED)
  public int setMixedAudioFrameParameters(int channels, int sampleRateHz, int samplesPerCall) {
    return api.mixed(channels, sampleRateHz, samplesPerCall);
  }

  /** Documents disagree about this method: one shows four arguments, another three. */
  @Evidence(Evidence.Level.DECLARED)
  public int setMixedAudioFrameParameters(
      int channels, int sampleRateHz, int mode, int samplesPerCall) {
    return api.mixed(channels, sampleRateHz, samplesPerCall);
  }

  @Evidence(Evidence.Level.RETURN_USED)
  public int setAudioVolumeIndicationParameters(int intervalInMs, int smooth, boolean reportVad) {
    return api.volume(intervalInMs, reportVad);
  }

  @Evidence(Evidence.Level.DECLARED)
  public void setUserRole(int role) {
    api.role(role);
  }

  @Evidence(Evidence.Level.DECLARED)
  public int getUserRole() {
    return api.role();
  }

  @Evidence(Evidence.Level.DECLARED)
  public int adjustPlaybackSignalVolume(int volume) {
    return api.accept("adjustPlaybackSignalVolume");
  }

  @SuppressWarnings({"rawtypes", "unchecked"}) // as in the original
  @Evidence(Evidence.Level.INFERRED)
  public int getPlaybackSignalVolume(Out volume) {
    volume.set(FULL_VOLUME);
    return api.accept("getPlaybackSignalVolume");
  }

  @Evidence(Evidence.Level.DECLARED)
  public int setAudioScenario(int scenario) {
    return api.scenario(scenario);
  }

  @Evidence(Evidence.Level.DECLARED)
  public int setAudioEncoderConfig(AudioEncoderConfig config) {
    return api.accept("setAudioEncoderConfig");
  }

  @Evidence(Evidence.Level.DECLARED)
  public int sendIntraRequest(String userId) {
    return api.accept("sendIntraRequest");
  }

  @Evidence(Evidence.Level.CALLED)
  public int subscribeVideo(String userId, VideoSubscriptionOptions options) {
    return api.accept("subscribeVideo");
  }

  @Evidence(Evidence.Level.CALLED)
  public int subscribeAllVideo(VideoSubscriptionOptions options) {
    return api.accept("subscribeAllVideo");
  }

  @Evidence(Evidence.Level.DECLARED)
  public int unsubscribeVideo(String userId) {
    return api.accept("unsubscribeVideo");
  }

  @Evidence(Evidence.Level.CALLED)
  public int unsubscribeAllVideo() {
    return api.accept("unsubscribeAllVideo");
  }
}
