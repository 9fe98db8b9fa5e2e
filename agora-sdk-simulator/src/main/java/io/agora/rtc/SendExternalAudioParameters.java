package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;

/** Incremental sending: the first milliseconds of a round go out faster than real time. */
@Evidence(Evidence.Level.INFERRED)
public class SendExternalAudioParameters {
  private boolean enabled;
  private int sendMs;
  private int sendSpeed;
  private boolean deliverMuteDataForFakeAdmin;

  /** Makes one with the defaults of the SDK. */
  @Evidence(Evidence.Level.CALLED)
  public SendExternalAudioParameters() {}

  public boolean isEnabled() {
    return enabled;
  }

  public boolean getEnabled() {
    return enabled;
  }

  @Evidence(Evidence.Level.CALLED)
  public void setEnabled(boolean enabled) {
    this.enabled = enabled;
  }

  public int getSendMs() {
    return sendMs;
  }

  @Evidence(Evidence.Level.CALLED)
  public void setSendMs(int sendMs) {
    this.sendMs = sendMs;
  }

  public int getSendSpeed() {
    return sendSpeed;
  }

  @Evidence(Evidence.Level.CALLED)
  public void setSendSpeed(int sendSpeed) {
    this.sendSpeed = sendSpeed;
  }

  public boolean isDeliverMuteDataForFakeAdmin() {
    return deliverMuteDataForFakeAdmin;
  }

  public boolean getDeliverMuteDataForFakeAdmin() {
    return deliverMuteDataForFakeAdmin;
  }

  public void setDeliverMuteDataForFakeAdmin(boolean deliverMuteDataForFakeAdmin) {
    this.deliverMuteDataForFakeAdmin = deliverMuteDataForFakeAdmin;
  }
}
