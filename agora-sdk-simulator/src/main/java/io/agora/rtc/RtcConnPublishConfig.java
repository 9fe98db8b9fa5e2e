package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;

/** What a connection publishes, and in which scenario. */
@Evidence(Evidence.Level.INFERRED)
public class RtcConnPublishConfig {
  private int audioProfile = Constants.AUDIO_PROFILE_DEFAULT;
  private int audioScenario = Constants.AUDIO_SCENARIO_AI_SERVER;
  private boolean isPublishAudio = true;
  private boolean isPublishVideo;
  private Constants.AudioPublishType audioPublishType = Constants.AudioPublishType.PCM;
  private Constants.VideoPublishType videoPublishType = Constants.VideoPublishType.NO_PUBLISH;
  private SenderOptions senderOptions = new SenderOptions();
  private SendExternalAudioParameters sendExternalAudioParameters;

  /** Makes one with the defaults of the SDK. */
  @Evidence(Evidence.Level.CALLED)
  public RtcConnPublishConfig() {}

  public int getAudioProfile() {
    return audioProfile;
  }

  @Evidence(Evidence.Level.CALLED)
  public void setAudioProfile(int audioProfile) {
    this.audioProfile = audioProfile;
  }

  public int getAudioScenario() {
    return audioScenario;
  }

  @Evidence(Evidence.Level.CALLED)
  public void setAudioScenario(int audioScenario) {
    this.audioScenario = audioScenario;
  }

  public boolean isPublishAudio() {
    return isPublishAudio;
  }

  public boolean getIsPublishAudio() {
    return isPublishAudio;
  }

  @Evidence(Evidence.Level.CALLED)
  public void setIsPublishAudio(boolean isPublishAudio) {
    this.isPublishAudio = isPublishAudio;
  }

  public boolean isPublishVideo() {
    return isPublishVideo;
  }

  public boolean getIsPublishVideo() {
    return isPublishVideo;
  }

  @Evidence(Evidence.Level.CALLED)
  public void setIsPublishVideo(boolean isPublishVideo) {
    this.isPublishVideo = isPublishVideo;
  }

  public Constants.AudioPublishType getAudioPublishType() {
    return audioPublishType;
  }

  @Evidence(Evidence.Level.CALLED)
  public void setAudioPublishType(Constants.AudioPublishType audioPublishType) {
    this.audioPublishType = audioPublishType;
  }

  public Constants.VideoPublishType getVideoPublishType() {
    return videoPublishType;
  }

  @Evidence(Evidence.Level.CALLED)
  public void setVideoPublishType(Constants.VideoPublishType videoPublishType) {
    this.videoPublishType = videoPublishType;
  }

  @Evidence(Evidence.Level.RETURN_USED)
  public SenderOptions getSenderOptions() {
    return senderOptions;
  }

  @Evidence(Evidence.Level.CALLED)
  public void setSenderOptions(SenderOptions senderOptions) {
    this.senderOptions = senderOptions;
  }

  public SendExternalAudioParameters getSendExternalAudioParameters() {
    return sendExternalAudioParameters;
  }

  @Evidence(Evidence.Level.CALLED)
  public void setSendExternalAudioParameters(
      SendExternalAudioParameters sendExternalAudioParameters) {
    this.sendExternalAudioParameters = sendExternalAudioParameters;
  }
}
