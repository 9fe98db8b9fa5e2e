package dev.parley.agora;

import dev.parley.audio.AudioFormat;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an application chose; all of it has been checked.
 *
 * @param incremental how much of each stretch of speech is sent at double speed; zero: none
 * @param flush whether an interruption also takes back what the SDK holds
 * @param reconnectLimit how long a lost room is waited for before it is closed
 * @param logFile where the SDK writes its log; null: where it likes
 */
record AgoraOptions(
    String appId,
    AgoraTokenSource tokens,
    BotUid uid,
    AgoraScenario scenario,
    Duration incremental,
    boolean flush,
    AgoraMessages messages,
    Duration reconnectLimit,
    @Nullable Path logFile) {
  /** What people are heard in: what recognisers want, and what the SDK converts to. */
  static final AudioFormat EAR = AudioFormat.MONO_16K;

  /** What the agent speaks: what most voices give, and a rate that the SDK takes. */
  static final AudioFormat VOICE = AudioFormat.MONO_24K;

  /** For how long a connection may take to be made. */
  static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

  /** For how long a channel that cannot be joined at first is tried again. */
  static final Duration JOIN_LIMIT = Duration.ofSeconds(30);

  ServiceSettings service() {
    return new ServiceSettings(appId, scenario, !uid.isNumber(), logFile);
  }

  /** Names no secret, and the app id in part only. */
  @Override
  public String toString() {
    return "AgoraOptions[" + appId.substring(0, 4) + "…, uid=" + uid.text() + "]";
  }
}
