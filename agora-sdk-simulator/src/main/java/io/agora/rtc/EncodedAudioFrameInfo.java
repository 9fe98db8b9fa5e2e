package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;

/** What an encoded audio frame that is pushed contains. */
@Evidence(Evidence.Level.INFERRED)
public class EncodedAudioFrameInfo {
  private int speech;
  private int codec;
  private int sendEvenIfEmpty;
  private int sampleRateHz;
  private int samplesPerChannel;
  private int numberOfChannels;
  private long captureTimeMs;

  /** Makes one with the defaults of the SDK. */
  @Evidence(Evidence.Level.CALLED)
  public EncodedAudioFrameInfo() {}

  /** Makes one from its first 7 values; documents give the count, the order is inferred. */
  public EncodedAudioFrameInfo(
      int speech,
      int codec,
      int sendEvenIfEmpty,
      int sampleRateHz,
      int samplesPerChannel,
      int numberOfChannels,
      long captureTimeMs) {
    this.speech = speech;
    this.codec = codec;
    this.sendEvenIfEmpty = sendEvenIfEmpty;
    this.sampleRateHz = sampleRateHz;
    this.samplesPerChannel = samplesPerChannel;
    this.numberOfChannels = numberOfChannels;
    this.captureTimeMs = captureTimeMs;
  }

  public int getSpeech() {
    return speech;
  }

  public void setSpeech(int speech) {
    this.speech = speech;
  }

  public int getCodec() {
    return codec;
  }

  @Evidence(Evidence.Level.CALLED)
  public void setCodec(int codec) {
    this.codec = codec;
  }

  public int getSendEvenIfEmpty() {
    return sendEvenIfEmpty;
  }

  public void setSendEvenIfEmpty(int sendEvenIfEmpty) {
    this.sendEvenIfEmpty = sendEvenIfEmpty;
  }

  public int getSampleRateHz() {
    return sampleRateHz;
  }

  @Evidence(Evidence.Level.CALLED)
  public void setSampleRateHz(int sampleRateHz) {
    this.sampleRateHz = sampleRateHz;
  }

  public int getSamplesPerChannel() {
    return samplesPerChannel;
  }

  @Evidence(Evidence.Level.CALLED)
  public void setSamplesPerChannel(int samplesPerChannel) {
    this.samplesPerChannel = samplesPerChannel;
  }

  public int getNumberOfChannels() {
    return numberOfChannels;
  }

  @Evidence(Evidence.Level.CALLED)
  public void setNumberOfChannels(int numberOfChannels) {
    this.numberOfChannels = numberOfChannels;
  }

  public long getCaptureTimeMs() {
    return captureTimeMs;
  }

  public void setCaptureTimeMs(long captureTimeMs) {
    this.captureTimeMs = captureTimeMs;
  }
}
