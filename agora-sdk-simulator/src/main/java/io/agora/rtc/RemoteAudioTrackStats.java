package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;

/** How well the audio of one remote user arrives. */
@Evidence(Evidence.Level.INFERRED)
public class RemoteAudioTrackStats {
  private int uid;
  private int quality;
  private int networkTransportDelay;
  private int jitterBufferDelay;
  private int audioLossRate;
  private int numChannels;
  private int receivedSampleRate;
  private int receivedBitrate;
  private int totalFrozenTime;
  private int frozenRate;
  private long receivedBytes;

  /** Makes one with the defaults of the SDK. */
  @Evidence(Evidence.Level.INFERRED)
  public RemoteAudioTrackStats() {}

  public int getUid() {
    return uid;
  }

  public void setUid(int uid) {
    this.uid = uid;
  }

  public int getQuality() {
    return quality;
  }

  public void setQuality(int quality) {
    this.quality = quality;
  }

  public int getNetworkTransportDelay() {
    return networkTransportDelay;
  }

  public void setNetworkTransportDelay(int networkTransportDelay) {
    this.networkTransportDelay = networkTransportDelay;
  }

  public int getJitterBufferDelay() {
    return jitterBufferDelay;
  }

  public void setJitterBufferDelay(int jitterBufferDelay) {
    this.jitterBufferDelay = jitterBufferDelay;
  }

  public int getAudioLossRate() {
    return audioLossRate;
  }

  public void setAudioLossRate(int audioLossRate) {
    this.audioLossRate = audioLossRate;
  }

  public int getNumChannels() {
    return numChannels;
  }

  public void setNumChannels(int numChannels) {
    this.numChannels = numChannels;
  }

  public int getReceivedSampleRate() {
    return receivedSampleRate;
  }

  public void setReceivedSampleRate(int receivedSampleRate) {
    this.receivedSampleRate = receivedSampleRate;
  }

  public int getReceivedBitrate() {
    return receivedBitrate;
  }

  public void setReceivedBitrate(int receivedBitrate) {
    this.receivedBitrate = receivedBitrate;
  }

  public int getTotalFrozenTime() {
    return totalFrozenTime;
  }

  public void setTotalFrozenTime(int totalFrozenTime) {
    this.totalFrozenTime = totalFrozenTime;
  }

  public int getFrozenRate() {
    return frozenRate;
  }

  public void setFrozenRate(int frozenRate) {
    this.frozenRate = frozenRate;
  }

  public long getReceivedBytes() {
    return receivedBytes;
  }

  public void setReceivedBytes(long receivedBytes) {
    this.receivedBytes = receivedBytes;
  }
}
