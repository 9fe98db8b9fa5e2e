package dev.parley.spi;

import dev.parley.AgentException;
import java.util.Objects;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Why a stream ended. Immutable. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class CloseReason {
  private static final CloseReason FINISHED = new CloseReason(Kind.FINISHED, null);
  private static final CloseReason CANCELLED = new CloseReason(Kind.CANCELLED, null);

  /** The three ways in which a stream ends. */
  public enum Kind {
    /** All input was finished and all results were delivered. */
    FINISHED,
    /** {@code close} was called. */
    CANCELLED,
    /** It failed; {@link CloseReason#error} says how. */
    FAILED
  }

  private final Kind kind;
  private final @Nullable AgentException error;

  private CloseReason(Kind kind, @Nullable AgentException error) {
    this.kind = kind;
    this.error = error;
  }

  /** The stream did all it was asked to do. */
  public static CloseReason finished() {
    return FINISHED;
  }

  /** The stream was closed by its user. */
  public static CloseReason cancelled() {
    return CANCELLED;
  }

  /** The stream failed. */
  public static CloseReason failed(AgentException error) {
    return new CloseReason(Kind.FAILED, Objects.requireNonNull(error, "error"));
  }

  /** Which of the three ways it was. */
  public Kind kind() {
    return kind;
  }

  /** Whether it failed. */
  public boolean isFailure() {
    return kind == Kind.FAILED;
  }

  /** What went wrong, if it failed. */
  public Optional<AgentException> error() {
    return Optional.ofNullable(error);
  }

  @Override
  public String toString() {
    return error == null ? kind.name() : kind + ": " + error.getMessage();
  }
}
