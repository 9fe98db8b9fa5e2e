package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;

/** How loud one user is. */
@Evidence(Evidence.Level.INFERRED)
public class AudioVolumeInfo {
  private String userId;
  private int volume;
  private int vad;
  private double voicePitch;

  /** Makes one with the defaults of the SDK. */
  @Evidence(Evidence.Level.INFERRED)
  public AudioVolumeInfo() {}

  /** Makes one from its first 4 values; documents give the count, the order is inferred. */
  public AudioVolumeInfo(String userId, int volume, int vad, double voicePitch) {
    this.userId = userId;
    this.volume = volume;
    this.vad = vad;
    this.voicePitch = voicePitch;
  }

  public String getUserId() {
    return userId;
  }

  public void setUserId(String userId) {
    this.userId = userId;
  }

  public int getVolume() {
    return volume;
  }

  public void setVolume(int volume) {
    this.volume = volume;
  }

  public int getVad() {
    return vad;
  }

  public void setVad(int vad) {
    this.vad = vad;
  }

  public double getVoicePitch() {
    return voicePitch;
  }

  public void setVoicePitch(double voicePitch) {
    this.voicePitch = voicePitch;
  }
}
