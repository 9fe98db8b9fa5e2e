package dev.parley;

import java.util.Objects;
import org.apiguardian.api.API;

/**
 * How something that the application says gives way to people. Immutable.
 *
 * @param interruptible whether people can interrupt it
 * @param overlap what becomes of words that people say over it when they cannot
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record SayPolicy(boolean interruptible, Overlap overlap) {
  /** Gives way like any reply. */
  public static final SayPolicy INTERRUPTIBLE = new SayPolicy(true, Overlap.KEEP);

  /** Is played out; what people say meanwhile is kept as their next turn. */
  public static final SayPolicy UNINTERRUPTIBLE = new SayPolicy(false, Overlap.KEEP);

  /** Checks that nothing is missing. */
  public SayPolicy {
    Objects.requireNonNull(overlap, "overlap");
  }

  /** Returns this policy with another fate of words said meanwhile. */
  public SayPolicy withOverlap(Overlap overlap) {
    return new SayPolicy(interruptible, overlap);
  }

  /** What becomes of words that people say over uninterruptible speech. */
  public enum Overlap {
    /** They begin the speaker's next turn, which is answered. */
    KEEP,
    /** They stand in the conversation and are not answered by themselves. */
    CONTEXT,
    /** They are forgotten. */
    DROP
  }
}
