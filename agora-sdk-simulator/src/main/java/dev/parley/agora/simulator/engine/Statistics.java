package dev.parley.agora.simulator.engine;

import io.agora.rtc.DownlinkNetworkInfo;
import io.agora.rtc.RtcStats;
import io.agora.rtc.UplinkNetworkInfo;
import java.time.Duration;

/**
 * Reports of a connection, every two seconds while it is in a channel. Guarded by the world's lock.
 */
final class Statistics {
  private static final Duration INTERVAL = Duration.ofSeconds(2);
  private static final int EXCELLENT = 1;
  private static final int DOWN = 6;
  private static final int UPLINK_BITS_PER_SECOND = 2_000_000;

  private final Connection connection;
  private final Timers timers;
  private Duration since = Duration.ZERO;

  Statistics(Connection connection) {
    this.connection = connection;
    timers = new Timers(connection.world());
  }

  void start() {
    since = connection.world().elapsed();
    timers.cancelAll();
    schedule();
  }

  void stop() {
    timers.cancelAll();
  }

  private void schedule() {
    timers.after(INTERVAL, this::report);
  }

  private void report() {
    timers.cancelAll();
    ConnectionEvents events = connection.events();
    events.statistics(stats());
    events.networkQuality(connection.userId(), connection.isNetworkUp() ? EXCELLENT : DOWN);
    connection
        .callbacks()
        .network(
            "onUplinkNetworkInfoUpdated",
            observer -> observer.onUplinkNetworkInfoUpdated(connection.api(), uplink()));
    connection
        .callbacks()
        .network(
            "onDownlinkNetworkInfoUpdated",
            observer ->
                observer.onDownlinkNetworkInfoUpdated(connection.api(), new DownlinkNetworkInfo()));
    schedule();
  }

  RtcStats stats() {
    RtcStats stats = new RtcStats();
    Channel channel = connection.channel();
    stats.setConnectionId(connection.id());
    stats.setDuration((int) connection.world().elapsed().minus(since).toSeconds());
    stats.setTxBytes((int) connection.sender().bytesSent());
    stats.setTxAudioBytes((int) connection.sender().bytesSent());
    stats.setRxBytes((int) connection.receiver().bytesReceived());
    stats.setRxAudioBytes((int) connection.receiver().bytesReceived());
    stats.setUserCount(channel == null ? 0 : channel.members().size());
    return stats;
  }

  private static UplinkNetworkInfo uplink() {
    UplinkNetworkInfo info = new UplinkNetworkInfo();
    info.setVideoEncoderTargetBitrateBps(UPLINK_BITS_PER_SECOND);
    return info;
  }
}
