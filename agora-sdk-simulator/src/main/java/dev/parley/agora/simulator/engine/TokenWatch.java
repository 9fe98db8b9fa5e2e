package dev.parley.agora.simulator.engine;

import dev.parley.agora.simulator.settings.Timings;
import java.time.Duration;

/**
 * Watches the token of a connection: warns before its end, tells of its end, and ends the
 * connection when it is not renewed in time. Guarded by the world's lock.
 */
final class TokenWatch {
  private final Connection connection;
  private final Timers timers;
  private String token = "";
  private TokenTerms terms = TokenTerms.UNLIMITED;

  TokenWatch(Connection connection) {
    this.connection = connection;
    timers = new Timers(connection.world());
  }

  TokenTerms terms() {
    return terms;
  }

  /** Replaces the token that is watched. */
  void watch(String accepted, TokenTerms allowed) {
    timers.cancelAll();
    token = accepted;
    terms = allowed;
    if (allowed.endsAtMillis() < Long.MAX_VALUE) {
      schedule(Duration.ofMillis(allowed.endsAtMillis() - connection.world().epochMillis()));
    }
  }

  private void schedule(Duration left) {
    Timings timings = connection.world().options().timings();
    ConnectionEvents events = connection.events();
    timers.after(left.minus(timings.tokenWarning()), () -> events.tokenWillExpire(token));
    timers.after(left, events::tokenDidExpire);
    timers.after(left.plus(timings.tokenGrace()), this::end);
  }

  // Without a network nobody can end the connection; the rejoin will be refused.
  private void end() {
    if (connection.state() == ConnectionState.CONNECTED) {
      connection.membership().fail(ChangeReason.TOKEN_EXPIRED);
    }
  }

  /** Lets the token end earlier or later than it says. */
  void endIn(Duration left) {
    watch(token, terms.endingAt(connection.world().epochMillis() + left.toMillis()));
  }

  void stop() {
    timers.cancelAll();
  }
}
