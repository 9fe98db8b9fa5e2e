package dev.parley.web;

import dev.parley.AgentEvent;
import dev.parley.AgentState;
import dev.parley.ParticipantEvent;
import dev.parley.ReplyEvent;
import dev.parley.ReplyOutcome;
import dev.parley.SessionEvent;
import dev.parley.TurnEvent;
import java.time.Duration;
import java.util.List;

/** A conversation as the engine would tell it. */
final class Script {
  static final String LONG_ANSWER =
      "We have espresso, flat white and filter coffee. There is also tea, hot chocolate, and our own"
          + " lemonade with mint.";
  static final String HEARD = "We have espresso, flat white and filter";

  private Script() {}

  /** A question, and its answer with its latency. */
  static List<AgentEvent> question() {
    return List.of(
        new SessionEvent.StateChanged(at(0), AgentState.JOINING, AgentState.LISTENING, "joined"),
        new TurnEvent.Interim(at(2.1), "guest-1", 1, "when do"),
        new TurnEvent.Interim(at(2.6), "guest-1", 1, "when do you open"),
        new TurnEvent.Final(at(3.4), "guest-1", 1, "When do you open on Saturday?"),
        new TurnEvent.Ended(
            at(3.4), "guest-1", 1, "When do you open on Saturday?", TurnEvent.By.VAD),
        new ReplyEvent.Asked(at(3.4), 1, 1, false),
        new SessionEvent.StateChanged(
            at(3.4), AgentState.LISTENING, AgentState.THINKING, "turn.ended"),
        new ReplyEvent.Text(at(3.5), 1, "On Saturdays we open at nine. "),
        new ReplyEvent.Speaking(at(3.8), 1),
        new SessionEvent.StateChanged(
            at(3.8), AgentState.THINKING, AgentState.SPEAKING, "reply.speaking"),
        latency(3.8, 1, 0.3, 0.12, 0.02, 0.09, 0.004),
        new ReplyEvent.Text(at(3.9), 1, "On Sundays at ten."),
        new ReplyEvent.Ended(
            at(6.4),
            1,
            ReplyOutcome.COMPLETED,
            "On Saturdays we open at nine. On Sundays at ten.",
            Duration.ofMillis(2600)),
        new SessionEvent.StateChanged(
            at(6.4), AgentState.SPEAKING, AgentState.LISTENING, "reply.ended"));
  }

  /** A question whose answer is cut, and the question that cut it. */
  static List<AgentEvent> interruption() {
    return List.of(
        new TurnEvent.Ended(at(8.2), "guest-1", 2, "What do you have to drink?", TurnEvent.By.VAD),
        new ReplyEvent.Asked(at(8.2), 2, 2, false),
        new ReplyEvent.Text(at(8.4), 2, LONG_ANSWER),
        new ReplyEvent.Speaking(at(8.5), 2),
        new SessionEvent.StateChanged(
            at(8.5), AgentState.THINKING, AgentState.SPEAKING, "reply.speaking"),
        latency(8.5, 2, 0.3, 0.31, 0.06, 0.14, 0.006),
        new ReplyEvent.Ducked(at(10.1), 2, Duration.ofMillis(1500)),
        new ReplyEvent.Paused(at(10.3), 2, Duration.ofMillis(1700)),
        new TurnEvent.Interim(at(10.5), "guest-1", 3, "a flat"),
        new ParticipantEvent.Interruption(at(10.5), "guest-1", ParticipantEvent.Verdict.TAKEN),
        new ReplyEvent.Ended(at(10.5), 2, ReplyOutcome.INTERRUPTED, HEARD, Duration.ofMillis(1700)),
        new SessionEvent.StateChanged(
            at(10.5), AgentState.SPEAKING, AgentState.LISTENING, "interruption"));
  }

  /** Something that was not understood. */
  static List<AgentEvent> noise() {
    return List.of(
        new TurnEvent.Interim(at(20), "guest-1", 4, "mumble mumble"),
        new ParticipantEvent.Noise(at(21), "guest-1"));
  }

  /** Something failed and was dealt with. */
  static AgentEvent failure() {
    return new SessionEvent.Failure(
        at(11), "tts", "the voice did not answer within 5 s; the second voice speaks", true);
  }

  private static ReplyEvent.Latency latency(
      double at,
      int reply,
      double endpointing,
      double thinking,
      double phrasing,
      double synthesis,
      double playout) {
    return new ReplyEvent.Latency(
        at(at),
        reply,
        at(endpointing),
        at(thinking),
        at(phrasing),
        at(synthesis),
        at(playout),
        at(0.002),
        at(endpointing + thinking + phrasing + synthesis + playout));
  }

  private static Duration at(double seconds) {
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }
}
