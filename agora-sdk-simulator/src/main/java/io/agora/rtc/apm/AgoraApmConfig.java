package io.agora.rtc.apm;

import dev.parley.agora.simulator.Evidence;

/** Settings of server-side audio processing; kept, without effect in the simulator. */
@Evidence(Evidence.Level.INFERRED)
public class AgoraApmConfig {
  private AinsConfig aiNsConfig = new AinsConfig();
  private AIAecConfig aiAecConfig = new AIAecConfig();
  private BghvsConfig bghvsConfig = new BghvsConfig();
  private AgcConfig agcConfig = new AgcConfig();
  private boolean enableDump;

  /** Makes one with the defaults of the SDK. */
  @Evidence(Evidence.Level.CALLED)
  public AgoraApmConfig() {}

  public AinsConfig getAiNsConfig() {
    return aiNsConfig;
  }

  public void setAiNsConfig(AinsConfig aiNsConfig) {
    this.aiNsConfig = aiNsConfig;
  }

  public AIAecConfig getAiAecConfig() {
    return aiAecConfig;
  }

  public void setAiAecConfig(AIAecConfig aiAecConfig) {
    this.aiAecConfig = aiAecConfig;
  }

  public BghvsConfig getBghvsConfig() {
    return bghvsConfig;
  }

  public void setBghvsConfig(BghvsConfig bghvsConfig) {
    this.bghvsConfig = bghvsConfig;
  }

  public AgcConfig getAgcConfig() {
    return agcConfig;
  }

  public void setAgcConfig(AgcConfig agcConfig) {
    this.agcConfig = agcConfig;
  }

  public boolean isEnableDump() {
    return enableDump;
  }

  public boolean getEnableDump() {
    return enableDump;
  }

  @Evidence(Evidence.Level.CALLED)
  public void setEnableDump(boolean enableDump) {
    this.enableDump = enableDump;
  }

  /** Returns these settings as a JSON object. */
  @Evidence(Evidence.Level.DECLARED)
  public String toJsonString() {
    return "{\"aiNs\":{\"enabled\":"
        + aiNsConfig.isAiNsEnabled()
        + ",\"nsEnabled\":"
        + aiNsConfig.isNsEnabled()
        + "},\"aiAec\":{\"enabled\":"
        + aiAecConfig.isEnabled()
        + "},\"bghvs\":{\"enabled\":"
        + bghvsConfig.isEnabled()
        + "},\"agc\":{\"enabled\":"
        + agcConfig.isEnabled()
        + "},\"enableDump\":"
        + enableDump
        + "}";
  }
}
