package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;

/** How a connection subscribes, and in which role it joins. */
@Evidence(Evidence.Level.INFERRED)
public class RtcConnConfig {
  private int autoSubscribeAudio = 1;
  private int autoSubscribeVideo = 1;
  private int enableAudioRecordingOrPlayout;
  private int maxSendBitrate;
  private int minPort;
  private int maxPort;
  private AudioSubscriptionOptions audioSubsOptions;
  private int clientRoleType = Constants.CLIENT_ROLE_AUDIENCE;
  private int channelProfile = Constants.CHANNEL_PROFILE_LIVE_BROADCASTING;
  private int audioRecvMediaPacket;
  private int audioRecvEncodedFrame;
  private int videoRecvMediaPacket;

  /** Makes one with the defaults of the SDK. */
  @Evidence(Evidence.Level.CALLED)
  public RtcConnConfig() {}

  /** Makes one from its first 12 values; documents give the count, the order is inferred. */
  public RtcConnConfig(
      int autoSubscribeAudio,
      int autoSubscribeVideo,
      int enableAudioRecordingOrPlayout,
      int maxSendBitrate,
      int minPort,
      int maxPort,
      AudioSubscriptionOptions audioSubsOptions,
      int clientRoleType,
      int channelProfile,
      int audioRecvMediaPacket,
      int audioRecvEncodedFrame,
      int videoRecvMediaPacket) {
    this.autoSubscribeAudio = autoSubscribeAudio;
    this.autoSubscribeVideo = autoSubscribeVideo;
    this.enableAudioRecordingOrPlayout = enableAudioRecordingOrPlayout;
    this.maxSendBitrate = maxSendBitrate;
    this.minPort = minPort;
    this.maxPort = maxPort;
    this.audioSubsOptions = audioSubsOptions;
    this.clientRoleType = clientRoleType;
    this.channelProfile = channelProfile;
    this.audioRecvMediaPacket = audioRecvMediaPacket;
    this.audioRecvEncodedFrame = audioRecvEncodedFrame;
    this.videoRecvMediaPacket = videoRecvMediaPacket;
  }

  public int getAutoSubscribeAudio() {
    return autoSubscribeAudio;
  }

  @Evidence(Evidence.Level.CALLED)
  public void setAutoSubscribeAudio(int autoSubscribeAudio) {
    this.autoSubscribeAudio = autoSubscribeAudio;
  }

  public int getAutoSubscribeVideo() {
    return autoSubscribeVideo;
  }

  @Evidence(Evidence.Level.CALLED)
  public void setAutoSubscribeVideo(int autoSubscribeVideo) {
    this.autoSubscribeVideo = autoSubscribeVideo;
  }

  public int getEnableAudioRecordingOrPlayout() {
    return enableAudioRecordingOrPlayout;
  }

  public void setEnableAudioRecordingOrPlayout(int enableAudioRecordingOrPlayout) {
    this.enableAudioRecordingOrPlayout = enableAudioRecordingOrPlayout;
  }

  public int getMaxSendBitrate() {
    return maxSendBitrate;
  }

  public void setMaxSendBitrate(int maxSendBitrate) {
    this.maxSendBitrate = maxSendBitrate;
  }

  public int getMinPort() {
    return minPort;
  }

  public void setMinPort(int minPort) {
    this.minPort = minPort;
  }

  public int getMaxPort() {
    return maxPort;
  }

  public void setMaxPort(int maxPort) {
    this.maxPort = maxPort;
  }

  public AudioSubscriptionOptions getAudioSubsOptions() {
    return audioSubsOptions;
  }

  @Evidence(Evidence.Level.CALLED)
  public void setAudioSubsOptions(AudioSubscriptionOptions audioSubsOptions) {
    this.audioSubsOptions = audioSubsOptions;
  }

  public int getClientRoleType() {
    return clientRoleType;
  }

  @Evidence(Evidence.Level.CALLED)
  public void setClientRoleType(int clientRoleType) {
    this.clientRoleType = clientRoleType;
  }

  public int getChannelProfile() {
    return channelProfile;
  }

  @Evidence(Evidence.Level.CALLED)
  public void setChannelProfile(int channelProfile) {
    this.channelProfile = channelProfile;
  }

  public int getAudioRecvMediaPacket() {
    return audioRecvMediaPacket;
  }

  public void setAudioRecvMediaPacket(int audioRecvMediaPacket) {
    this.audioRecvMediaPacket = audioRecvMediaPacket;
  }

  public int getAudioRecvEncodedFrame() {
    return audioRecvEncodedFrame;
  }

  @Evidence(Evidence.Level.CALLED)
  public void setAudioRecvEncodedFrame(int audioRecvEncodedFrame) {
    this.audioRecvEncodedFrame = audioRecvEncodedFrame;
  }

  public int getVideoRecvMediaPacket() {
    return videoRecvMediaPacket;
  }

  public void setVideoRecvMediaPacket(int videoRecvMediaPacket) {
    this.videoRecvMediaPacket = videoRecvMediaPacket;
  }
}
