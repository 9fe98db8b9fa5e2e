package io.agora.rtc.apm;

import dev.parley.agora.simulator.Evidence;

/** Settings of background voice suppression. */
@Evidence(Evidence.Level.INFERRED)
public class BghvsConfig {
  private boolean enabled = true;
  private double vadThr = 0.8;

  /** Makes one with the defaults of the SDK. */
  @Evidence(Evidence.Level.INFERRED)
  public BghvsConfig() {}

  public boolean isEnabled() {
    return enabled;
  }

  public boolean getEnabled() {
    return enabled;
  }

  public void setEnabled(boolean enabled) {
    this.enabled = enabled;
  }

  public double getVadThr() {
    return vadThr;
  }

  public void setVadThr(double vadThr) {
    this.vadThr = vadThr;
  }
}
