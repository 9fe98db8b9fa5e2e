package dev.parley.internal.reply;

import dev.parley.ReplyEvent;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** When the parts of an answer came, in nanoseconds of the clock. On the session loop. */
final class Latency {
  private static final long NOT_YET = -1;

  private final Order order;
  private long asked = NOT_YET;
  private long firstToken = NOT_YET;
  private long phrased = NOT_YET;
  private long firstText = NOT_YET;
  private long firstAudio = NOT_YET;
  private long released = NOT_YET;

  Latency(Order order) {
    this.order = order;
  }

  void asked(long now) {
    asked = asked == NOT_YET ? now : asked;
  }

  void firstToken(long now) {
    firstToken = firstToken == NOT_YET ? now : firstToken;
  }

  /** Text came that may complete the first piece. */
  void token(long now) {
    phrased = firstText == NOT_YET ? now : phrased;
  }

  void firstText(long now) {
    firstText = firstText == NOT_YET ? now : firstText;
  }

  void firstAudio(long now) {
    firstAudio = firstAudio == NOT_YET ? now : firstAudio;
  }

  void released(long now) {
    released = now;
  }

  /** The parts, each counted from the end of the one before, or null for what no turn asked for. */
  ReplyEvent.@Nullable Latency parts(Duration at, int reply, long speaking) {
    long lastSound = order.lastSound();
    long turnEnded = order.turnEnded();
    if (turnEnded == NOT_YET) {
      return null;
    }
    long token = after(firstToken, turnEnded);
    long text = after(firstText, token);
    long audio = after(firstAudio, text);
    long engine =
        gap(turnEnded, asked)
            + gap(phrased, firstText)
            + gap(Math.max(firstAudio, released), speaking);
    return new ReplyEvent.Latency(
        at,
        reply,
        nanos(turnEnded - lastSound),
        firstToken == NOT_YET ? null : nanos(token - turnEnded),
        firstToken == NOT_YET ? null : nanos(text - token),
        nanos(audio - text),
        nanos(speaking - audio),
        nanos(engine),
        nanos(speaking - lastSound));
  }

  private static long after(long moment, long before) {
    return Math.max(moment, before);
  }

  private static long gap(long from, long to) {
    return from == NOT_YET || to == NOT_YET ? 0 : Math.max(0, to - from);
  }

  private static Duration nanos(long nanos) {
    return Duration.ofNanos(Math.max(0, nanos));
  }
}
