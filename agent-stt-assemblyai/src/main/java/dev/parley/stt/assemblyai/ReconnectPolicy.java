package dev.parley.stt.assemblyai;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Decides whether and when to open the next session after one was lost. Used in the stream's
 * context only.
 *
 * <p>Waits double, and half of each is left to chance, so that many streams that were cut at once
 * do not come back at once, and a later wait is never shorter than an earlier one. The count begins
 * anew when a session has been open for half a minute; there is a limit on attempts and on time.
 */
final class ReconnectPolicy {
  private static final Duration FIRST_WAIT = Duration.ofMillis(300);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
  private static final Duration FIRST_SLOW_WAIT = Duration.ofSeconds(5);
  private static final Duration LONGEST_SLOW_WAIT = Duration.ofMinutes(1);
  private static final long STABLE_NANOS = Duration.ofSeconds(30).toNanos();

  private final int mostAttempts;
  private final long budgetNanos;
  private final Timers timers;
  private final RandomGenerator random;
  private int attempts;
  private int slowAttempts;
  private boolean usedTheOne;
  private boolean broken;
  private long brokenNanos;
  private boolean open;
  private long openNanos;

  ReconnectPolicy(int mostAttempts, Duration budget, Timers timers, RandomGenerator random) {
    this.mostAttempts = mostAttempts;
    this.budgetNanos = budget.toNanos();
    this.timers = timers;
    this.random = random;
  }

  /** A session was opened. Returns how long there was none. */
  Duration opened() {
    open = true;
    openNanos = timers.nanoTime();
    return broken ? Duration.ofNanos(openNanos - brokenNanos) : Duration.ZERO;
  }

  /** Whether a session was lost and the next has not proven stable. */
  boolean isRecovering() {
    return broken;
  }

  /** Returns how long to wait before the next attempt; empty: give up. */
  Optional<Duration> next(Verdict verdict) {
    noteBreak();
    attempts++;
    boolean spent = attempts > mostAttempts || timers.nanoTime() - brokenNanos > budgetNanos;
    return spent ? Optional.empty() : wait(verdict);
  }

  private void noteBreak() {
    long now = timers.nanoTime();
    if (open && now - openNanos >= STABLE_NANOS) {
      attempts = 0;
      slowAttempts = 0;
      usedTheOne = false;
      broken = false;
    }
    if (!broken || open) {
      brokenNanos = now;
    }
    broken = true;
    open = false;
  }

  private Optional<Duration> wait(Verdict verdict) {
    Duration asked = verdict.retryAfter();
    if (asked != null && verdict.retry() != Verdict.Retry.NEVER) {
      long left = budgetNanos - (timers.nanoTime() - brokenNanos);
      return asked.toNanos() > left ? Optional.empty() : Optional.of(asked);
    }
    return switch (verdict.retry()) {
      case NEVER -> Optional.empty();
      case ONCE, ONCE_WITH_NEW_TOKEN, ONCE_WITHOUT_BACKLOG -> once();
      case NOW -> Optional.of(attempts == 1 ? Duration.ZERO : growing(attempts - 1));
      case WITH_AUDIO -> Optional.of(Duration.ZERO);
      case BACKOFF -> Optional.of(growing(attempts));
      case SLOWLY -> Optional.of(jittered(FIRST_SLOW_WAIT, ++slowAttempts, LONGEST_SLOW_WAIT));
    };
  }

  private Optional<Duration> once() {
    if (usedTheOne) {
      return Optional.empty();
    }
    usedTheOne = true;
    return Optional.of(growing(1));
  }

  private Duration growing(int attempt) {
    return jittered(FIRST_WAIT, attempt, LONGEST_WAIT);
  }

  private Duration jittered(Duration first, int attempt, Duration longest) {
    long doubled = first.toMillis() << Math.min(attempt - 1, 20);
    long most = Math.min(doubled, longest.toMillis());
    return Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1));
  }
}
