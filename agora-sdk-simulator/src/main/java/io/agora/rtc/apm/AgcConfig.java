package io.agora.rtc.apm;

import dev.parley.agora.simulator.Evidence;

/** Settings of gain control. */
@Evidence(Evidence.Level.INFERRED)
public class AgcConfig {
  private boolean enabled;

  /** Makes one with the defaults of the SDK. */
  @Evidence(Evidence.Level.INFERRED)
  public AgcConfig() {}

  public boolean isEnabled() {
    return enabled;
  }

  public boolean getEnabled() {
    return enabled;
  }

  public void setEnabled(boolean enabled) {
    this.enabled = enabled;
  }
}
