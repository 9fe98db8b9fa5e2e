package io.agora.rtc.apm;

import dev.parley.agora.simulator.Evidence;

/** Settings of echo cancellation. */
@Evidence(Evidence.Level.INFERRED)
public class AIAecConfig {
  private boolean enabled;
  private int splitSrateFor48k = 16000;

  /** Makes one with the defaults of the SDK. */
  @Evidence(Evidence.Level.INFERRED)
  public AIAecConfig() {}

  public boolean isEnabled() {
    return enabled;
  }

  public boolean getEnabled() {
    return enabled;
  }

  public void setEnabled(boolean enabled) {
    this.enabled = enabled;
  }

  public int getSplitSrateFor48k() {
    return splitSrateFor48k;
  }

  public void setSplitSrateFor48k(int splitSrateFor48k) {
    this.splitSrateFor48k = splitSrateFor48k;
  }
}
