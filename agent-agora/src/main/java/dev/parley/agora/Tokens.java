package dev.parley.agora;

import dev.parley.AgentException;
import dev.parley.Cancellable;
import dev.parley.ErrorKind;
import dev.parley.SessionClock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Gets the tokens of one room, and tells when the present one should be replaced. In the lane. */
final class Tokens {
  /** So long before its end a token is replaced, if it lives long enough for that. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  private final AgoraTokenSource source;
  private final String channel;
  private final BotUid uid;
  private final SessionClock clock;
  private final Executor blocking;
  private final Lane lane;
  private final Runnable due;
  private Cancellable timer = Cancellable.NONE;
  private int asked;

  /**
   * Creates it.
   *
   * @param due runs in the lane when a new token is needed
   */
  Tokens(
      AgoraOptions options,
      String channel,
      SessionClock clock,
      Executor blocking,
      Lane lane,
      Runnable due) {
    this.source = options.tokens();
    this.uid = options.uid();
    this.channel = channel;
    this.clock = clock;
    this.blocking = blocking;
    this.lane = lane;
    this.due = due;
  }

  /** Asks for a token, which comes in the lane, unless a later question has overtaken it. */
  void ask(Consumer<String> got, Consumer<AgentException> failed) {
    int number = ++asked;
    try {
      blocking.execute(() -> ask(number, got, failed));
    } catch (RejectedExecutionException e) {
      failed.accept(new AgentException(ErrorKind.INTERNAL, "the runtime is closed", e));
    }
  }

  private void ask(int number, Consumer<String> got, Consumer<AgentException> failed) {
    try {
      String token = source.token(channel, uid.text());
      lane.execute(
          () -> {
            if (number == asked) {
              watch(token);
              got.accept(token);
            }
          });
    } catch (Exception e) { // the edge: whatever the application's source throws
      var failure =
          new AgentException(
              ErrorKind.AUTHENTICATION,
              "no token for the Agora channel '" + channel + "' and uid " + uid.text(),
              e,
              true,
              null);
      lane.execute(
          () -> {
            if (number == asked) {
              failed.accept(failure);
            }
          });
    }
  }

  private void watch(String token) {
    timer.cancel();
    TokenLife.of(token).ifPresent(this::schedule);
  }

  private void schedule(Duration life) {
    Duration margin = life.dividedBy(10);
    Duration wait = life.minus(margin.compareTo(MARGIN) < 0 ? margin : MARGIN);
    timer = clock.schedule(wait, () -> lane.execute(due));
  }

  /** Nothing comes any more. */
  void close() {
    asked++;
    timer.cancel();
  }
}
