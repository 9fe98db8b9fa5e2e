package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;

/** Windows and thresholds of voice activity detection; counts are frames of 10 ms. */
@Evidence(Evidence.Level.INFERRED)
public class AgoraAudioVadConfigV2 {
  private int preStartRecognizeCount = 16;
  private int startRecognizeCount = 30;
  private int stopRecognizeCount = 65;
  private float activePercent = 0.7f;
  private float inactivePercent = 0.5f;
  private int startVoiceProb = 70;
  private int stopVoiceProb = 70;
  private int startRmsThreshold = -70;
  private int stopRmsThreshold = -70;
  private boolean enableAdaptiveRmsThreshold = true;
  private float adaptiveRmsThresholdFactor = 0.67f;

  /** Makes one with the defaults of the SDK. */
  @Evidence(Evidence.Level.CALLED)
  public AgoraAudioVadConfigV2() {}

  /** Makes one from its first 9 values; documents give the count, the order is inferred. */
  public AgoraAudioVadConfigV2(
      int preStartRecognizeCount,
      int startRecognizeCount,
      int stopRecognizeCount,
      float activePercent,
      float inactivePercent,
      int startVoiceProb,
      int stopVoiceProb,
      int startRmsThreshold,
      int stopRmsThreshold) {
    this.preStartRecognizeCount = preStartRecognizeCount;
    this.startRecognizeCount = startRecognizeCount;
    this.stopRecognizeCount = stopRecognizeCount;
    this.activePercent = activePercent;
    this.inactivePercent = inactivePercent;
    this.startVoiceProb = startVoiceProb;
    this.stopVoiceProb = stopVoiceProb;
    this.startRmsThreshold = startRmsThreshold;
    this.stopRmsThreshold = stopRmsThreshold;
  }

  public int getPreStartRecognizeCount() {
    return preStartRecognizeCount;
  }

  public void setPreStartRecognizeCount(int preStartRecognizeCount) {
    this.preStartRecognizeCount = preStartRecognizeCount;
  }

  public int getStartRecognizeCount() {
    return startRecognizeCount;
  }

  public void setStartRecognizeCount(int startRecognizeCount) {
    this.startRecognizeCount = startRecognizeCount;
  }

  public int getStopRecognizeCount() {
    return stopRecognizeCount;
  }

  public void setStopRecognizeCount(int stopRecognizeCount) {
    this.stopRecognizeCount = stopRecognizeCount;
  }

  public float getActivePercent() {
    return activePercent;
  }

  public void setActivePercent(float activePercent) {
    this.activePercent = activePercent;
  }

  public float getInactivePercent() {
    return inactivePercent;
  }

  public void setInactivePercent(float inactivePercent) {
    this.inactivePercent = inactivePercent;
  }

  public int getStartVoiceProb() {
    return startVoiceProb;
  }

  public void setStartVoiceProb(int startVoiceProb) {
    this.startVoiceProb = startVoiceProb;
  }

  public int getStopVoiceProb() {
    return stopVoiceProb;
  }

  public void setStopVoiceProb(int stopVoiceProb) {
    this.stopVoiceProb = stopVoiceProb;
  }

  public int getStartRmsThreshold() {
    return startRmsThreshold;
  }

  public void setStartRmsThreshold(int startRmsThreshold) {
    this.startRmsThreshold = startRmsThreshold;
  }

  public int getStopRmsThreshold() {
    return stopRmsThreshold;
  }

  public void setStopRmsThreshold(int stopRmsThreshold) {
    this.stopRmsThreshold = stopRmsThreshold;
  }

  public boolean isEnableAdaptiveRmsThreshold() {
    return enableAdaptiveRmsThreshold;
  }

  public boolean getEnableAdaptiveRmsThreshold() {
    return enableAdaptiveRmsThreshold;
  }

  public void setEnableAdaptiveRmsThreshold(boolean enableAdaptiveRmsThreshold) {
    this.enableAdaptiveRmsThreshold = enableAdaptiveRmsThreshold;
  }

  public float getAdaptiveRmsThresholdFactor() {
    return adaptiveRmsThresholdFactor;
  }

  public void setAdaptiveRmsThresholdFactor(float adaptiveRmsThresholdFactor) {
    this.adaptiveRmsThresholdFactor = adaptiveRmsThresholdFactor;
  }
}
