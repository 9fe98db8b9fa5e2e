package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;
import io.agora.rtc.apm.AgoraApmConfig;

/** What a service is initialised with; the no-argument constructor sets the defaults. */
@Evidence(Evidence.Level.INFERRED)
public class AgoraServiceConfig {
  private int enableAudioProcessor = 1;
  private int enableAudioDevice;
  private int enableVideo;
  private Object context;
  private String appId;
  private int areaCode = Constants.AREA_CODE_GLOB;
  private int channelProfile = Constants.CHANNEL_PROFILE_LIVE_BROADCASTING;
  private int audioScenario = Constants.AUDIO_SCENARIO_AI_SERVER;
  private int useStringUid;
  private String logFilePath;
  private int logFileSize = 2048;
  private int logFilters = Constants.LOG_FILTER_INFO;
  private int domainLimit;
  private String configDir;
  private String dataDir;
  private Constants.ApmMode apmMode = Constants.ApmMode.DISABLE;
  private AgoraApmConfig apmConfig;

  /** Makes one with the defaults of the SDK. */
  @Evidence(Evidence.Level.CALLED)
  public AgoraServiceConfig() {}

  /** Makes one from its first 13 values; documents give the count, the order is inferred. */
  public AgoraServiceConfig(
      int enableAudioProcessor,
      int enableAudioDevice,
      int enableVideo,
      Object context,
      String appId,
      int areaCode,
      int channelProfile,
      int audioScenario,
      int useStringUid,
      String logFilePath,
      int logFileSize,
      int logFilters,
      int domainLimit) {
    this.enableAudioProcessor = enableAudioProcessor;
    this.enableAudioDevice = enableAudioDevice;
    this.enableVideo = enableVideo;
    this.context = context;
    this.appId = appId;
    this.areaCode = areaCode;
    this.channelProfile = channelProfile;
    this.audioScenario = audioScenario;
    this.useStringUid = useStringUid;
    this.logFilePath = logFilePath;
    this.logFileSize = logFileSize;
    this.logFilters = logFilters;
    this.domainLimit = domainLimit;
  }

  public int getEnableAudioProcessor() {
    return enableAudioProcessor;
  }

  @Evidence(Evidence.Level.CALLED)
  public void setEnableAudioProcessor(int enableAudioProcessor) {
    this.enableAudioProcessor = enableAudioProcessor;
  }

  public int getEnableAudioDevice() {
    return enableAudioDevice;
  }

  @Evidence(Evidence.Level.CALLED)
  public void setEnableAudioDevice(int enableAudioDevice) {
    this.enableAudioDevice = enableAudioDevice;
  }

  public int getEnableVideo() {
    return enableVideo;
  }

  @Evidence(Evidence.Level.CALLED)
  public void setEnableVideo(int enableVideo) {
    this.enableVideo = enableVideo;
  }

  public Object getContext() {
    return context;
  }

  public void setContext(Object context) {
    this.context = context;
  }

  public String getAppId() {
    return appId;
  }

  @Evidence(Evidence.Level.CALLED)
  public void setAppId(String appId) {
    this.appId = appId;
  }

  public int getAreaCode() {
    return areaCode;
  }

  public void setAreaCode(int areaCode) {
    this.areaCode = areaCode;
  }

  public int getChannelProfile() {
    return channelProfile;
  }

  public void setChannelProfile(int channelProfile) {
    this.channelProfile = channelProfile;
  }

  public int getAudioScenario() {
    return audioScenario;
  }

  @Evidence(Evidence.Level.CALLED)
  public void setAudioScenario(int audioScenario) {
    this.audioScenario = audioScenario;
  }

  public int getUseStringUid() {
    return useStringUid;
  }

  @Evidence(Evidence.Level.CALLED)
  public void setUseStringUid(int useStringUid) {
    this.useStringUid = useStringUid;
  }

  public String getLogFilePath() {
    return logFilePath;
  }

  @Evidence(Evidence.Level.CALLED)
  public void setLogFilePath(String logFilePath) {
    this.logFilePath = logFilePath;
  }

  public int getLogFileSize() {
    return logFileSize;
  }

  @Evidence(Evidence.Level.CALLED)
  public void setLogFileSize(int logFileSize) {
    this.logFileSize = logFileSize;
  }

  public int getLogFilters() {
    return logFilters;
  }

  @Evidence(Evidence.Level.CALLED)
  public void setLogFilters(int logFilters) {
    this.logFilters = logFilters;
  }

  public int getDomainLimit() {
    return domainLimit;
  }

  public void setDomainLimit(int domainLimit) {
    this.domainLimit = domainLimit;
  }

  public String getConfigDir() {
    return configDir;
  }

  @Evidence(Evidence.Level.CALLED)
  public void setConfigDir(String configDir) {
    this.configDir = configDir;
  }

  public String getDataDir() {
    return dataDir;
  }

  @Evidence(Evidence.Level.CALLED)
  public void setDataDir(String dataDir) {
    this.dataDir = dataDir;
  }

  public Constants.ApmMode getApmMode() {
    return apmMode;
  }

  @Evidence(Evidence.Level.CALLED)
  public void setApmMode(Constants.ApmMode apmMode) {
    this.apmMode = apmMode;
  }

  public AgoraApmConfig getApmConfig() {
    return apmConfig;
  }

  @Evidence(Evidence.Level.CALLED)
  public void setApmConfig(AgoraApmConfig apmConfig) {
    this.apmConfig = apmConfig;
  }
}
