package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;
import dev.parley.agora.simulator.engine.ConnectionApi;

/**
 * A connection to one channel.
 *
 * <p>Methods return at once with 0 or a negative number; outcomes come by callbacks on threads of
 * the simulated SDK. Nothing may be called after {@code destroy}.
 */
public class AgoraRtcConn {
  private final ConnectionApi api;
  private final AgoraLocalUser localUser;
  private final AgoraParameter parameter;

  AgoraRtcConn(ConnectionApi api) {
    this.api = api;
    localUser = new AgoraLocalUser(api.localUser());
    parameter = new AgoraParameter(api.parameters());
    api.connection().attach(this, localUser);
  }

  /** Ends the connection and waits for the callback that runs. */
  @Evidence(Evidence.Level.CALLED)
  public synchronized void destroy() {
    api.destroy();
  }

  @Evidence(Evidence.Level.RETURN_USED)
  public int registerObserver(IRtcConnObserver observer) {
    return api.observe(observer);
  }

  @Evidence(Evidence.Level.DECLARED)
  public int unregisterObserver() {
    return api.observe(null);
  }

  @Evidence(Evidence.Level.RETURN_USED)
  public int registerNetworkObserver(INetworkObserver observer) {
    return api.observeNetwork(observer);
  }

  @Evidence(Evidence.Level.DECLARED)
  public int unregisterNetworkObserver() {
    return api.observeNetwork(null);
  }

  @Evidence(Evidence.Level.CALLED)
  public int registerLocalUserObserver(ILocalUserObserver observer) {
    return api.observeLocalUser(observer);
  }

  /** Set the format on the local user first. */
  @Evidence(Evidence.Level.CALLED)
  public int registerAudioFrameObserver(
      IAudioFrameObserver observer, boolean enableVad, AgoraAudioVadConfigV2 vadConfig) {
    return api.observeFrames(observer, enableVad, vadConfig);
  }

  @Evidence(Evidence.Level.CALLED)
  public int registerAudioEncodedFrameObserver(IAudioEncodedFrameObserver observer) {
    return api.observeEncodedAudio(observer);
  }

  /** Connects; {@code onConnected} or {@code onConnectionFailure} tells the outcome. */
  @Evidence(Evidence.Level.RETURN_USED)
  public int connect(String token, String channelId, String userId) {
    return api.connect(token, channelId, userId);
  }

  /** Leaves; {@code onDisconnected} follows, frames do not. */
  @Evidence(Evidence.Level.RETURN_USED)
  public int disconnect() {
    return api.disconnect();
  }

  @Evidence(Evidence.Level.RETURN_USED)
  public AgoraLocalUser getLocalUser() {
    return localUser;
  }

  /** Returns the state, or null before the first {@code connect}. */
  @Evidence(Evidence.Level.RETURN_USED)
  public RtcConnInfo getConnInfo() {
    return api.info();
  }

  @Evidence(Evidence.Level.INFERRED)
  public void destroyConnInfo(RtcConnInfo info) {}

  @Evidence(Evidence.Level.INFERRED)
  public int getConnId() {
    return api.id();
  }

  @Evidence(Evidence.Level.INFERRED)
  public RtcStats getTransportStats() {
    return api.statistics();
  }

  @Evidence(Evidence.Level.INFERRED)
  public void destroyTransportStats(RtcStats stats) {}

  @Evidence(Evidence.Level.INFERRED)
  public int sendCustomReportMessage(
      String id, String category, String event, String label, int value) {
    return api.accept("sendCustomReportMessage");
  }

  @Evidence(Evidence.Level.RETURN_USED)
  public AgoraParameter getAgoraParameter() {
    return parameter;
  }

  @Evidence(Evidence.Level.RETURN_USED)
  public int enableEncryption(int enable, EncryptionConfig config) {
    return api.encrypt(enable != 0, config);
  }

  @Evidence(Evidence.Level.CALLED)
  public int publishAudio() {
    return api.publishAudio();
  }

  /** Takes the track away; what was not sent is lost. */
  @Evidence(Evidence.Level.DECLARED)
  public int unpublishAudio() {
    return api.unpublishAudio();
  }

  /** Pushes PCM, 16-bit little-endian, any whole number of milliseconds. */
  @Evidence(Evidence.Level.RETURN_USED)
  public int pushAudioPcmData(byte[] data, int sampleRate, int channels) {
    return api.pushPcm(data, sampleRate, channels, 0);
  }

  /** Pushes PCM with a time stamp that travels with it. */
  @Evidence(Evidence.Level.RETURN_USED)
  public int pushAudioPcmData(byte[] data, int sampleRate, int channels, long presentationMs) {
    return api.pushPcm(data, sampleRate, channels, presentationMs);
  }

  @Evidence(Evidence.Level.RETURN_USED)
  public int pushAudioEncodedData(byte[] data, EncodedAudioFrameInfo info) {
    return api.pushEncoded(data, info);
  }

  /** Estimates by the clock whether everything pushed has been played. */
  @Evidence(Evidence.Level.RETURN_USED)
  public boolean isPushToRtcCompleted() {
    return api.isPushCompleted();
  }

  @Evidence(Evidence.Level.RETURN_USED)
  public int sendStreamMessage(byte[] messageData) {
    return api.sendMessage(messageData);
  }

  @Evidence(Evidence.Level.RETURN_USED)
  public int sendAudioMetaData(byte[] metaData) {
    return api.sendMetadata(metaData);
  }

  @Evidence(Evidence.Level.DECLARED)
  public int renewToken(String token) {
    return api.renewToken(token);
  }

  @Evidence(Evidence.Level.RETURN_USED)
  public int publishVideo() {
    return api.refuse("publishVideo");
  }

  @Evidence(Evidence.Level.DECLARED)
  public int unpublishVideo() {
    return api.accept("unpublishVideo");
  }

  @Evidence(Evidence.Level.RETURN_USED)
  public int pushVideoFrame(ExternalVideoFrame frame) {
    return api.refuse("pushVideoFrame");
  }

  @Evidence(Evidence.Level.RETURN_USED)
  public int pushVideoEncodedData(byte[] data, EncodedVideoFrameInfo info) {
    return api.refuse("pushVideoEncodedData");
  }

  @Evidence(Evidence.Level.CALLED)
  public int setVideoEncoderConfig(VideoEncoderConfig config) {
    return api.accept("setVideoEncoderConfig");
  }

  @Evidence(Evidence.Level.RETURN_USED)
  public int enableSimulcastStream(int enabled, SimulcastStreamConfig config) {
    return api.accept("enableSimulcastStream");
  }

  @Evidence(Evidence.Level.RETURN_USED)
  public int sendIntraRequest(String userId) {
    return api.accept("sendIntraRequest");
  }

  @Evidence(Evidence.Level.CALLED)
  public int registerVideoFrameObserver(AgoraVideoFrameObserver2 observer) {
    return api.accept("registerVideoFrameObserver");
  }

  @Evidence(Evidence.Level.CALLED)
  public int registerVideoEncodedFrameObserver(AgoraVideoEncodedFrameObserver observer) {
    return api.accept("registerVideoEncodedFrameObserver");
  }
}
