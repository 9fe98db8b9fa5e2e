package dev.parley.stt.assemblyai;

import dev.parley.AgentException;
import dev.parley.ErrorKind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a session's end means: what sort of failure it was, whether to try again, and what an
 * operator can do.
 *
 * @param code the close code; the HTTP status where the upgrade was refused
 * @param kind what sort of failure
 * @param retry whether and how to try again
 * @param message one sentence for people, without secrets
 * @param retryAfter how long the server asks to wait, if it said so
 */
record Verdict(
    int code, ErrorKind kind, Retry retry, String message, @Nullable Duration retryAfter) {
  /** When to try again. */
  enum Retry {
    /** Never: the same would happen again. */
    NEVER,
    /** Once, in case it was a whim of the server. */
    ONCE,
    /** Once, with a new token. */
    ONCE_WITH_NEW_TOKEN,
    /** Once, without the audio that was waiting. */
    ONCE_WITHOUT_BACKLOG,
    /** At once. */
    NOW,
    /** After a wait that grows. */
    BACKOFF,
    /** After a wait of seconds that grows: the limit is on sessions a minute. */
    SLOWLY,
    /** When there is audio again. */
    WITH_AUDIO
  }

  /** Returns the failure to tell, when the stream goes on. */
  AgentException passing() {
    return new AgentException(kind, message, null, true, retryAfter);
  }

  /** Returns the failure to tell, when the stream ends by it. */
  AgentException lasting() {
    boolean retryable = retry != Retry.NEVER && kind.isRetryable();
    return new AgentException(kind, message, null, retryable, retryAfter);
  }
}
