package dev.parley.stt.assemblyai;

import dev.parley.Cancellable;
import dev.parley.SessionClock;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Opens the next session before the present one expires, so that nobody notices the end of the
 * three hours that a session may last. Used in the stream's context only.
 */
final class Rotation {
  private static final Duration LEAD = Duration.ofMinutes(5);
  private static final Duration RETRY = Duration.ofSeconds(30);

  /** A session that is about to expire when it begins comes from a server whose clock is wrong. */
  private static final Duration SHORTEST_LIFE = Duration.ofSeconds(30);

  /** The vendor ends sessions after three hours. */
  private static final Duration LONGEST_LIFE = Duration.ofDays(1);

  private final SessionClock clock;
  private final Timers timers;
  private final SessionLimiter limiter;
  private final RandomGenerator chance;
  private final Supplier<@Nullable Session> opener;
  private Cancellable timer = Cancellable.NONE;
  private @Nullable Session standby;
  private boolean ready;
  private long standbyExpires;

  /**
   * Creates a rotation.
   *
   * @param opener opens a session, or gives null when the stream is about to end
   */
  Rotation(
      StreamSetup setup,
      Timers timers,
      SessionLimiter limiter,
      Supplier<@Nullable Session> opener) {
    this.clock = setup.plugin().clock();
    this.chance = setup.chance();
    this.timers = timers;
    this.limiter = limiter;
    this.opener = opener;
  }

  /** Plans the change from a session that expires then. */
  void plan(long expiresAtSeconds) {
    timer.cancel();
    Duration life = Duration.ofSeconds(expiresAtSeconds - clock.instant().getEpochSecond());
    if (life.compareTo(SHORTEST_LIFE) >= 0 && life.compareTo(LONGEST_LIFE) <= 0) {
      Duration lead = life.dividedBy(4).compareTo(LEAD) < 0 ? life.dividedBy(4) : LEAD;
      timer = timers.after(life.minus(scattered(lead)), this::book);
    }
  }

  /** Sessions that began together do not change together. */
  private Duration scattered(Duration lead) {
    return lead.plusMillis(chance.nextLong(lead.toMillis() / 5 + 1));
  }

  private void book() {
    timer = timers.after(limiter.book(timers.nanoTime()), this::open);
  }

  private void open() {
    standby = opener.get();
  }

  /** Notes that a session began. Returns whether it was the one on standby. */
  boolean began(Session session, long expiresAtSeconds) {
    if (session != standby) {
      return false;
    }
    ready = true;
    standbyExpires = expiresAtSeconds;
    return true;
  }

  /**
   * Notes that a session ended. Returns whether it was the one on standby; another is opened soon.
   */
  boolean ended(Session session) {
    if (session != standby) {
      return false;
    }
    standby = null;
    ready = false;
    timer = timers.after(RETRY, this::book);
    return true;
  }

  /** Takes the session that is ready to take over; null: there is none. */
  @Nullable Session takeReady() {
    Session next = ready ? standby : null;
    if (next != null) {
      standby = null;
      ready = false;
      plan(standbyExpires);
    }
    return next;
  }

  boolean isReady() {
    return ready;
  }

  /** Gives the session on standby up. */
  void stop() {
    timer.cancel();
    if (standby != null) {
      standby.leave();
      standby = null;
      ready = false;
    }
  }
}
