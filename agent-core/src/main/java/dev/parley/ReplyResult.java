package dev.parley;

import java.time.Duration;
import java.util.Objects;
import org.apiguardian.api.API;

/**
 * What became of a reply.
 *
 * @param reply its number, 0 for one that never began
 * @param outcome how it ended
 * @param heard what was heard of it
 * @param played how much audio of it was heard
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ReplyResult(int reply, ReplyOutcome outcome, String heard, Duration played) {
  /** Checks that nothing is missing. */
  public ReplyResult {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(heard, "heard");
    Objects.requireNonNull(played, "played");
  }

  /** Tells lengths, never words. */
  @Override
  public String toString() {
    return "ReplyResult["
        + reply
        + ", "
        + outcome
        + ", "
        + heard.length()
        + " characters, "
        + played
        + "]";
  }
}
