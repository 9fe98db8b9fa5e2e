package dev.parley.samples;

import dev.parley.AgentEvent;
import dev.parley.AgentListener;
import dev.parley.AgentSession;
import dev.parley.AgentState;
import dev.parley.ParticipantEvent;
import dev.parley.ParticipantState;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Says so when somebody has talked for a while and nothing was understood; a cough gets no answer.
 */
final class NotUnderstood implements AgentListener {
  private static final Duration TOO_LONG_FOR_A_COUGH = Duration.ofMillis(700);

  private final AgentSession session;
  private final Map<String, Duration> began = new HashMap<>();
  private final Map<String, Duration> lasted = new HashMap<>();

  NotUnderstood(AgentSession session) {
    this.session = session;
  }

  @Override
  public void onEvent(AgentEvent event) {
    if (event instanceof ParticipantEvent.StateChanged change) {
      if (change.to() == ParticipantState.SPEAKING) {
        began.put(change.who(), change.at());
      } else {
        lasted.put(change.who(), change.at().minus(began.getOrDefault(change.who(), change.at())));
      }
    } else if (event instanceof ParticipantEvent.Noise noise) {
      Duration talked = lasted.getOrDefault(noise.who(), Duration.ZERO);
      if (talked.compareTo(TOO_LONG_FOR_A_COUGH) > 0 && session.state() == AgentState.LISTENING) {
        var unused =
            session.say(
                "I am sorry, I did not get that. You can order, book a table, or ask about the café.");
      }
    }
  }
}
