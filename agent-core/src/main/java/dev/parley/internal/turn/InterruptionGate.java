package dev.parley.internal.turn;

import dev.parley.InterruptionPolicy;
import dev.parley.InterruptionRule;
import dev.parley.internal.loop.SessionLoop;
import dev.parley.internal.reply.Reply;
import java.time.Duration;
import java.util.Objects;

/**
 * The one gate through which every source of interruption passes, so that disabled means disabled.
 * On the session loop.
 */
final class InterruptionGate {
  private static final long FIRST_SECOND_NANOS = Duration.ofSeconds(1).toNanos();

  private final SessionLoop loop;
  private final InterruptionPolicy policy;
  private final boolean pausable;
  private boolean sounded;
  private long firstSound;

  /**
   * Creates a gate.
   *
   * @param pausable whether the room can fall silent and go on
   */
  InterruptionGate(SessionLoop loop, InterruptionPolicy policy, boolean pausable) {
    this.loop = loop;
    this.policy = policy;
    this.pausable = pausable;
  }

  /** The agent has been heard: the echo canceller's warm-up begins with its first sound. */
  void agentSounds() {
    if (!sounded) {
      sounded = true;
      firstSound = loop.now();
    }
  }

  /** The rule for a reply in its present situation. */
  InterruptionRule rule(Reply reply) {
    InterruptionRule speaking = policy.speaking();
    if (reply.isToolRunning() && policy.toolRunning() != null) {
      return policy.toolRunning();
    }
    if (!reply.isSounding()) {
      return Objects.requireNonNullElse(policy.thinking(), speaking);
    }
    boolean early = loop.now() - reply.spokenAt() < FIRST_SECOND_NANOS;
    return early ? Objects.requireNonNullElse(policy.firstSecond(), speaking) : speaking;
  }

  /** What decides which rules hold. */
  record Situation(InterruptionRule rule, boolean open, boolean sounding) {}

  /** What decides now. */
  Situation situation(Reply reply) {
    return new Situation(rule(reply), isOpen(reply), reply.isSounding());
  }

  /** In how many nanoseconds other rules may hold only because time goes by; else for ever. */
  long untilChange(Reply reply) {
    long now = loop.now();
    long warm = sounded ? firstSound + policy.echoWarmUp().toNanos() - now : 0;
    long late =
        policy.firstSecond() != null && reply.isSounding()
            ? reply.spokenAt() + FIRST_SECOND_NANOS - now
            : 0;
    return Math.min(warm > 0 ? warm : Long.MAX_VALUE, late > 0 ? late : Long.MAX_VALUE);
  }

  /** Whether anybody may take the floor from a reply now. */
  boolean isOpen(Reply reply) {
    return rule(reply).enabled() && reply.order().policy().interruptible() && !isWarmingUp();
  }

  /** Whether so many words that are no backchannels are enough. */
  boolean isEnough(Reply reply, int words) {
    return words >= Math.max(1, rule(reply).minWords());
  }

  /** Whether a reply can be paused. */
  boolean canPause() {
    return pausable;
  }

  private boolean isWarmingUp() {
    return sounded && loop.now() - firstSound < policy.echoWarmUp().toNanos();
  }
}
