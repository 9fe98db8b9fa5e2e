package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;

/** The format in which a connection wants to receive audio. */
@Evidence(Evidence.Level.INFERRED)
public class AudioSubscriptionOptions {
  private int packetOnly;
  private int pcmDataOnly;
  private int bytesPerSample;
  private int numberOfChannels;
  private int sampleRateHz;

  /** Makes one with the defaults of the SDK. */
  @Evidence(Evidence.Level.CALLED)
  public AudioSubscriptionOptions() {}

  public int getPacketOnly() {
    return packetOnly;
  }

  public void setPacketOnly(int packetOnly) {
    this.packetOnly = packetOnly;
  }

  public int getPcmDataOnly() {
    return pcmDataOnly;
  }

  public void setPcmDataOnly(int pcmDataOnly) {
    this.pcmDataOnly = pcmDataOnly;
  }

  public int getBytesPerSample() {
    return bytesPerSample;
  }

  @Evidence(Evidence.Level.CALLED)
  public void setBytesPerSample(int bytesPerSample) {
    this.bytesPerSample = bytesPerSample;
  }

  public int getNumberOfChannels() {
    return numberOfChannels;
  }

  @Evidence(Evidence.Level.CALLED)
  public void setNumberOfChannels(int numberOfChannels) {
    this.numberOfChannels = numberOfChannels;
  }

  public int getSampleRateHz() {
    return sampleRateHz;
  }

  @Evidence(Evidence.Level.CALLED)
  public void setSampleRateHz(int sampleRateHz) {
    this.sampleRateHz = sampleRateHz;
  }
}
