package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;

/** What an encoded audio frame that is received contains. */
@Evidence(Evidence.Level.INFERRED)
public class EncodedAudioFrameReceiverInfo {
  private long sendTs;
  private int codec;

  /** Makes one with the defaults of the SDK. */
  @Evidence(Evidence.Level.INFERRED)
  public EncodedAudioFrameReceiverInfo() {}

  @Evidence(Evidence.Level.RETURN_USED)
  public long getSendTs() {
    return sendTs;
  }

  public void setSendTs(long sendTs) {
    this.sendTs = sendTs;
  }

  public int getCodec() {
    return codec;
  }

  public void setCodec(int codec) {
    this.codec = codec;
  }
}
