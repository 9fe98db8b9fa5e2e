package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;

/** Mode and key of channel encryption. */
@Evidence(Evidence.Level.INFERRED)
public class EncryptionConfig {
  private int encryptionMode;
  private String encryptionKey;
  private byte[] encryptionKdfSalt;

  /** Makes one with the defaults of the SDK. */
  @Evidence(Evidence.Level.CALLED)
  public EncryptionConfig() {}

  public int getEncryptionMode() {
    return encryptionMode;
  }

  @Evidence(Evidence.Level.CALLED)
  public void setEncryptionMode(int encryptionMode) {
    this.encryptionMode = encryptionMode;
  }

  public String getEncryptionKey() {
    return encryptionKey;
  }

  @Evidence(Evidence.Level.CALLED)
  public void setEncryptionKey(String encryptionKey) {
    this.encryptionKey = encryptionKey;
  }

  public byte[] getEncryptionKdfSalt() {
    return encryptionKdfSalt;
  }

  public void setEncryptionKdfSalt(byte[] encryptionKdfSalt) {
    this.encryptionKdfSalt = encryptionKdfSalt;
  }
}
