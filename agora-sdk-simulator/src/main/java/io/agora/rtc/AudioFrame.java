package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;
import java.nio.ByteBuffer;

/**
 * Ten milliseconds of PCM as callbacks deliver it; its buffer is only valid during the callback.
 */
@Evidence(Evidence.Level.INFERRED)
public class AudioFrame {
  private int type;
  private int samplesPerChannel;
  private int bytesPerSample = 2;
  private int channels;
  private int samplesPerSec;
  private ByteBuffer buffer;
  private long renderTimeMs;
  private int avsyncType;
  private int farFiledFlag;
  private int rms;
  private int voiceProb;
  private int musicProb;
  private int pitch;
  private long presentationMs;

  /** Makes one with the defaults of the SDK. */
  @Evidence(Evidence.Level.INFERRED)
  public AudioFrame() {}

  /** Makes one from its first 13 values; documents give the count, the order is inferred. */
  public AudioFrame(
      int type,
      int samplesPerChannel,
      int bytesPerSample,
      int channels,
      int samplesPerSec,
      ByteBuffer buffer,
      long renderTimeMs,
      int avsyncType,
      int farFiledFlag,
      int rms,
      int voiceProb,
      int musicProb,
      int pitch) {
    this.type = type;
    this.samplesPerChannel = samplesPerChannel;
    this.bytesPerSample = bytesPerSample;
    this.channels = channels;
    this.samplesPerSec = samplesPerSec;
    this.buffer = buffer;
    this.renderTimeMs = renderTimeMs;
    this.avsyncType = avsyncType;
    this.farFiledFlag = farFiledFlag;
    this.rms = rms;
    this.voiceProb = voiceProb;
    this.musicProb = musicProb;
    this.pitch = pitch;
  }

  public int getType() {
    return type;
  }

  public void setType(int type) {
    this.type = type;
  }

  public int getSamplesPerChannel() {
    return samplesPerChannel;
  }

  public void setSamplesPerChannel(int samplesPerChannel) {
    this.samplesPerChannel = samplesPerChannel;
  }

  public int getBytesPerSample() {
    return bytesPerSample;
  }

  public void setBytesPerSample(int bytesPerSample) {
    this.bytesPerSample = bytesPerSample;
  }

  public int getChannels() {
    return channels;
  }

  public void setChannels(int channels) {
    this.channels = channels;
  }

  public int getSamplesPerSec() {
    return samplesPerSec;
  }

  public void setSamplesPerSec(int samplesPerSec) {
    this.samplesPerSec = samplesPerSec;
  }

  @Evidence(Evidence.Level.RETURN_USED)
  public ByteBuffer getBuffer() {
    return buffer;
  }

  public void setBuffer(ByteBuffer buffer) {
    this.buffer = buffer;
  }

  @Evidence(Evidence.Level.RETURN_USED)
  public long getRenderTimeMs() {
    return renderTimeMs;
  }

  public void setRenderTimeMs(long renderTimeMs) {
    this.renderTimeMs = renderTimeMs;
  }

  public int getAvsyncType() {
    return avsyncType;
  }

  public void setAvsyncType(int avsyncType) {
    this.avsyncType = avsyncType;
  }

  public int getFarFiledFlag() {
    return farFiledFlag;
  }

  public void setFarFiledFlag(int farFiledFlag) {
    this.farFiledFlag = farFiledFlag;
  }

  public int getRms() {
    return rms;
  }

  public void setRms(int rms) {
    this.rms = rms;
  }

  public int getVoiceProb() {
    return voiceProb;
  }

  public void setVoiceProb(int voiceProb) {
    this.voiceProb = voiceProb;
  }

  public int getMusicProb() {
    return musicProb;
  }

  public void setMusicProb(int musicProb) {
    this.musicProb = musicProb;
  }

  public int getPitch() {
    return pitch;
  }

  public void setPitch(int pitch) {
    this.pitch = pitch;
  }

  @Evidence(Evidence.Level.RETURN_USED)
  public long getPresentationMs() {
    return presentationMs;
  }

  public void setPresentationMs(long presentationMs) {
    this.presentationMs = presentationMs;
  }

  @Override
  public String toString() {
    return "AudioFrame{samplesPerChannel="
        + samplesPerChannel
        + ", channels="
        + channels
        + ", samplesPerSec="
        + samplesPerSec
        + ", renderTimeMs="
        + renderTimeMs
        + ", presentationMs="
        + presentationMs
        + "}";
  }
}
