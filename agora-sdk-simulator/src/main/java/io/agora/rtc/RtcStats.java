package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;

/** Totals and rates of a connection. */
@Evidence(Evidence.Level.INFERRED)
public class RtcStats {
  private int connectionId;
  private int duration;
  private int txBytes;
  private int rxBytes;
  private int txAudioBytes;
  private int txVideoBytes;
  private int rxAudioBytes;
  private int rxVideoBytes;
  private short txKBitRate;
  private short rxKBitRate;
  private short txAudioKBitRate;
  private short rxAudioKBitRate;
  private short txVideoKBitRate;
  private short rxVideoKBitRate;
  private short lastmileDelay;
  private int txPacketLossRate;
  private int rxPacketLossRate;
  private int userCount;
  private double cpuAppUsage;
  private double cpuTotalUsage;
  private int gatewayRtt;
  private double memoryAppUsageRatio;
  private double memoryTotalUsageRatio;
  private int memoryAppUsageInKbytes;
  private int connectTimeMs;
  private int firstAudioPacketDuration;

  /** Makes one with the defaults of the SDK. */
  @Evidence(Evidence.Level.INFERRED)
  public RtcStats() {}

  public int getConnectionId() {
    return connectionId;
  }

  public void setConnectionId(int connectionId) {
    this.connectionId = connectionId;
  }

  public int getDuration() {
    return duration;
  }

  public void setDuration(int duration) {
    this.duration = duration;
  }

  public int getTxBytes() {
    return txBytes;
  }

  public void setTxBytes(int txBytes) {
    this.txBytes = txBytes;
  }

  public int getRxBytes() {
    return rxBytes;
  }

  public void setRxBytes(int rxBytes) {
    this.rxBytes = rxBytes;
  }

  public int getTxAudioBytes() {
    return txAudioBytes;
  }

  public void setTxAudioBytes(int txAudioBytes) {
    this.txAudioBytes = txAudioBytes;
  }

  public int getTxVideoBytes() {
    return txVideoBytes;
  }

  public void setTxVideoBytes(int txVideoBytes) {
    this.txVideoBytes = txVideoBytes;
  }

  public int getRxAudioBytes() {
    return rxAudioBytes;
  }

  public void setRxAudioBytes(int rxAudioBytes) {
    this.rxAudioBytes = rxAudioBytes;
  }

  public int getRxVideoBytes() {
    return rxVideoBytes;
  }

  public void setRxVideoBytes(int rxVideoBytes) {
    this.rxVideoBytes = rxVideoBytes;
  }

  public short getTxKBitRate() {
    return txKBitRate;
  }

  public void setTxKBitRate(short txKBitRate) {
    this.txKBitRate = txKBitRate;
  }

  public short getRxKBitRate() {
    return rxKBitRate;
  }

  public void setRxKBitRate(short rxKBitRate) {
    this.rxKBitRate = rxKBitRate;
  }

  public short getTxAudioKBitRate() {
    return txAudioKBitRate;
  }

  public void setTxAudioKBitRate(short txAudioKBitRate) {
    this.txAudioKBitRate = txAudioKBitRate;
  }

  public short getRxAudioKBitRate() {
    return rxAudioKBitRate;
  }

  public void setRxAudioKBitRate(short rxAudioKBitRate) {
    this.rxAudioKBitRate = rxAudioKBitRate;
  }

  public short getTxVideoKBitRate() {
    return txVideoKBitRate;
  }

  public void setTxVideoKBitRate(short txVideoKBitRate) {
    this.txVideoKBitRate = txVideoKBitRate;
  }

  public short getRxVideoKBitRate() {
    return rxVideoKBitRate;
  }

  public void setRxVideoKBitRate(short rxVideoKBitRate) {
    this.rxVideoKBitRate = rxVideoKBitRate;
  }

  public short getLastmileDelay() {
    return lastmileDelay;
  }

  public void setLastmileDelay(short lastmileDelay) {
    this.lastmileDelay = lastmileDelay;
  }

  public int getTxPacketLossRate() {
    return txPacketLossRate;
  }

  public void setTxPacketLossRate(int txPacketLossRate) {
    this.txPacketLossRate = txPacketLossRate;
  }

  public int getRxPacketLossRate() {
    return rxPacketLossRate;
  }

  public void setRxPacketLossRate(int rxPacketLossRate) {
    this.rxPacketLossRate = rxPacketLossRate;
  }

  public int getUserCount() {
    return userCount;
  }

  public void setUserCount(int userCount) {
    this.userCount = userCount;
  }

  public double getCpuAppUsage() {
    return cpuAppUsage;
  }

  public void setCpuAppUsage(double cpuAppUsage) {
    this.cpuAppUsage = cpuAppUsage;
  }

  public double getCpuTotalUsage() {
    return cpuTotalUsage;
  }

  public void setCpuTotalUsage(double cpuTotalUsage) {
    this.cpuTotalUsage = cpuTotalUsage;
  }

  public int getGatewayRtt() {
    return gatewayRtt;
  }

  public void setGatewayRtt(int gatewayRtt) {
    this.gatewayRtt = gatewayRtt;
  }

  public double getMemoryAppUsageRatio() {
    return memoryAppUsageRatio;
  }

  public void setMemoryAppUsageRatio(double memoryAppUsageRatio) {
    this.memoryAppUsageRatio = memoryAppUsageRatio;
  }

  public double getMemoryTotalUsageRatio() {
    return memoryTotalUsageRatio;
  }

  public void setMemoryTotalUsageRatio(double memoryTotalUsageRatio) {
    this.memoryTotalUsageRatio = memoryTotalUsageRatio;
  }

  public int getMemoryAppUsageInKbytes() {
    return memoryAppUsageInKbytes;
  }

  public void setMemoryAppUsageInKbytes(int memoryAppUsageInKbytes) {
    this.memoryAppUsageInKbytes = memoryAppUsageInKbytes;
  }

  public int getConnectTimeMs() {
    return connectTimeMs;
  }

  public void setConnectTimeMs(int connectTimeMs) {
    this.connectTimeMs = connectTimeMs;
  }

  public int getFirstAudioPacketDuration() {
    return firstAudioPacketDuration;
  }

  public void setFirstAudioPacketDuration(int firstAudioPacketDuration) {
    this.firstAudioPacketDuration = firstAudioPacketDuration;
  }
}
