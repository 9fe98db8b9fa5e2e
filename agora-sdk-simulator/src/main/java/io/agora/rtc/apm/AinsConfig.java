package io.agora.rtc.apm;

import dev.parley.agora.simulator.Evidence;

/** Settings of noise suppression. */
@Evidence(Evidence.Level.INFERRED)
public class AinsConfig {
  private boolean aiNsEnabled = true;
  private boolean nsEnabled = true;
  private int aiNsModelPref = 10;
  private int nsngAlgRoute = 12;
  private int nsngPredefAgg = 11;

  /** Makes one with the defaults of the SDK. */
  @Evidence(Evidence.Level.INFERRED)
  public AinsConfig() {}

  public boolean isAiNsEnabled() {
    return aiNsEnabled;
  }

  public boolean getAiNsEnabled() {
    return aiNsEnabled;
  }

  public void setAiNsEnabled(boolean aiNsEnabled) {
    this.aiNsEnabled = aiNsEnabled;
  }

  public boolean isNsEnabled() {
    return nsEnabled;
  }

  public boolean getNsEnabled() {
    return nsEnabled;
  }

  public void setNsEnabled(boolean nsEnabled) {
    this.nsEnabled = nsEnabled;
  }

  public int getAiNsModelPref() {
    return aiNsModelPref;
  }

  public void setAiNsModelPref(int aiNsModelPref) {
    this.aiNsModelPref = aiNsModelPref;
  }

  public int getNsngAlgRoute() {
    return nsngAlgRoute;
  }

  public void setNsngAlgRoute(int nsngAlgRoute) {
    this.nsngAlgRoute = nsngAlgRoute;
  }

  public int getNsngPredefAgg() {
    return nsngPredefAgg;
  }

  public void setNsngPredefAgg(int nsngPredefAgg) {
    this.nsngPredefAgg = nsngPredefAgg;
  }
}
