package dev.parley.agora.simulator.settings;

/**
 * What a user may send as data messages; more is refused with an error code. Published limits of
 * the family, not measured on the Java SDK.
 *
 * @param messageBytes the size of one message at most
 * @param messagesPerSecond messages in any second at most
 * @param bytesPerSecond bytes in any second at most
 */
public record DataLimits(int messageBytes, int messagesPerSecond, int bytesPerSecond) {
  /** The limits of newer documents: 1 KB, 60 messages and 30 KB a second. */
  public static final DataLimits CURRENT = new DataLimits(1024, 60, 30 * 1024);

  /** The limits of older documents: 1 KB, 30 messages and 6 KB a second. */
  public static final DataLimits OLDER = new DataLimits(1024, 30, 6 * 1024);
}
