package dev.parley;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A failure of Parley or of a plugin: what is wrong, the value, what to do.
 *
 * <p>Messages never hold secrets or words that people said.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public class AgentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorKind kind;
  private final boolean retryable;
  private final @Nullable Duration retryAfter;

  /** Creates a failure that is retryable if its kind is. */
  public AgentException(ErrorKind kind, String message) {
    this(kind, message, null);
  }

  /** Creates a failure that is retryable if its kind is. */
  public AgentException(ErrorKind kind, String message, @Nullable Throwable cause) {
    this(kind, message, cause, kind.isRetryable(), null);
  }

  /**
   * Creates a failure.
   *
   * @param retryAfter how long the vendor asks to wait before the next attempt
   */
  public AgentException(
      ErrorKind kind,
      String message,
      @Nullable Throwable cause,
      boolean retryable,
      @Nullable Duration retryAfter) {
    super(Objects.requireNonNull(message, "message"), cause);
    this.kind = Objects.requireNonNull(kind, "kind");
    this.retryable = retryable;
    this.retryAfter = retryAfter;
  }

  /** What sort of failure it is. */
  public final ErrorKind kind() {
    return kind;
  }

  /** Whether the same attempt may succeed later. */
  public final boolean isRetryable() {
    return retryable;
  }

  /** How long the vendor asks to wait before the next attempt, if it said so. */
  public final Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
