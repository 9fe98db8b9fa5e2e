package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;

/** A snapshot of a connection: channel, state and user. */
@Evidence(Evidence.Level.INFERRED)
public class RtcConnInfo {
  private int id;
  private String channelId;
  private int state;
  private String localUserId;
  private int internalUid;

  /** Makes one with the defaults of the SDK. */
  @Evidence(Evidence.Level.INFERRED)
  public RtcConnInfo() {}

  /** Makes one from its first 5 values; documents give the count, the order is inferred. */
  public RtcConnInfo(int id, String channelId, int state, String localUserId, int internalUid) {
    this.id = id;
    this.channelId = channelId;
    this.state = state;
    this.localUserId = localUserId;
    this.internalUid = internalUid;
  }

  public int getId() {
    return id;
  }

  public void setId(int id) {
    this.id = id;
  }

  @Evidence(Evidence.Level.RETURN_USED)
  public String getChannelId() {
    return channelId;
  }

  public void setChannelId(String channelId) {
    this.channelId = channelId;
  }

  public int getState() {
    return state;
  }

  public void setState(int state) {
    this.state = state;
  }

  @Evidence(Evidence.Level.RETURN_USED)
  public String getLocalUserId() {
    return localUserId;
  }

  public void setLocalUserId(String localUserId) {
    this.localUserId = localUserId;
  }

  public int getInternalUid() {
    return internalUid;
  }

  public void setInternalUid(int internalUid) {
    this.internalUid = internalUid;
  }
}
