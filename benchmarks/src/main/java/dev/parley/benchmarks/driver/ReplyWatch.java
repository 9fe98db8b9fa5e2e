package dev.parley.benchmarks.driver;

import dev.parley.AgentEvent;
import dev.parley.AgentListener;
import dev.parley.ReplyEvent;
import dev.parley.ReplyOutcome;
import dev.parley.SessionEvent;

/**
 * Tells a loudspeaker which frames were one reply, and the log what failed. On the session loop.
 */
final class ReplyWatch implements AgentListener {
  private final int session;
  private final CallerTransport transport;
  private final EventLog log;
  private int speaking;

  ReplyWatch(int session, CallerTransport transport, EventLog log) {
    this.session = session;
    this.transport = transport;
    this.log = log;
  }

  @Override
  public void onEvent(AgentEvent event) {
    Loudspeaker loudspeaker = transport.loudspeaker();
    if (event instanceof SessionEvent.Failure failure) {
      log.session("error", session, error(failure), Stopwatch.micros());
    } else if (loudspeaker != null && event instanceof ReplyEvent of) {
      tell(loudspeaker, of);
    }
  }

  private void tell(Loudspeaker loudspeaker, ReplyEvent event) {
    if (event instanceof ReplyEvent.Speaking) {
      speaking = event.reply();
    }
    if (event.reply() != speaking) {
      return; // one that never sounded
    }
    if (event instanceof ReplyEvent.Paused) {
      loudspeaker.paused();
    } else if (event instanceof ReplyEvent.Resumed) {
      loudspeaker.resumed();
    } else if (event instanceof ReplyEvent.Ended ended) {
      loudspeaker.ended(ended.outcome() == ReplyOutcome.COMPLETED);
    }
  }

  private static String error(SessionEvent.Failure failure) {
    String text = failure.source() + ": " + failure.message();
    return "\"error\":\"" + text.replace('\\', '/').replace('"', '\'').replace('\n', ' ') + "\",";
  }
}
