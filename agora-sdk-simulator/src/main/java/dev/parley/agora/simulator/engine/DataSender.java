package dev.parley.agora.simulator.engine;

import dev.parley.agora.simulator.settings.DataLimits;
import java.time.Duration;
import java.util.ArrayDeque;

/** The data messages a connection sends, within the limits. Guarded by the world's lock. */
final class DataSender {
  private static final long WINDOW_NANOS = Duration.ofSeconds(1).toNanos();

  private final Connection connection;
  private final ArrayDeque<Sent> recent = new ArrayDeque<>();
  private int recentBytes;

  private record Sent(long at, int bytes) {}

  DataSender(Connection connection) {
    this.connection = connection;
  }

  int send(byte[] data) {
    int refusal = refusalOf(data);
    Channel channel = connection.channel();
    if (refusal == ErrorCode.OK && channel != null) {
      count(data.length);
      channel.sendMessage(connection, data.clone());
    }
    return refusal;
  }

  private int refusalOf(byte[] data) {
    if (connection.state() == ConnectionState.RECONNECTING) {
      return ErrorCode.CONNECTION_INTERRUPTED;
    }
    if (connection.state() != ConnectionState.CONNECTED) {
      return ErrorCode.NOT_IN_CHANNEL;
    }
    if (!connection.isBroadcaster() || !connection.terms().maySendData()) {
      return ErrorCode.ROLE_NOT_AUTHORISED;
    }
    return refusalOfSize(data.length);
  }

  private int refusalOfSize(int bytes) {
    DataLimits limits = connection.world().options().dataLimits();
    if (bytes > limits.messageBytes()) {
      return ErrorCode.DATA_TOO_LARGE;
    }
    forgetOld();
    boolean tooMany = recent.size() >= limits.messagesPerSecond();
    boolean tooMuch = recentBytes + bytes > limits.bytesPerSecond();
    return tooMany || tooMuch ? ErrorCode.BITRATE_LIMIT : ErrorCode.OK;
  }

  private void count(int bytes) {
    recent.add(new Sent(connection.world().time().nanoTime(), bytes));
    recentBytes += bytes;
  }

  private void forgetOld() {
    long now = connection.world().time().nanoTime();
    for (Sent oldest = recent.peek();
        oldest != null && now - oldest.at() >= WINDOW_NANOS;
        oldest = recent.peek()) {
      recentBytes -= oldest.bytes();
      recent.remove();
    }
  }
}
