package dev.parley.stt.assemblyai;

import dev.parley.AgentException;
import dev.parley.ErrorKind;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Set;

/**
 * Counts and reports messages that are of no use to us; none of them ends a session. Used in the
 * stream's context only.
 */
final class Oddities {
  private static final System.Logger LOGGER = System.getLogger(Oddities.class.getName());
  private static final int MOST_REPORTS = 20;

  private final Results results;
  private final Redactor redactor;
  private final Set<String> types = new HashSet<>();
  private final Set<Long> warnings = new HashSet<>();

  Oddities(Results results, Redactor redactor) {
    this.results = results;
    this.redactor = redactor;
  }

  /** A type that we do not know; one line for each. */
  void unknown(ServerMessage.Unknown message, String session) {
    results.tally().add(Tally.Count.UNKNOWN_MESSAGES);
    String type = redactor.clean(message.type());
    if (types.size() < MOST_REPORTS && types.add(type)) {
      LOGGER.log(
          Level.DEBUG, "AssemblyAI session {0} sends unknown messages of type {1}", session, type);
    }
  }

  /** A notice; one line for each code. */
  void warning(ServerMessage.Warning warning, String session) {
    if (warnings.size() < MOST_REPORTS && warnings.add(warning.code())) {
      String text = redactor.clean(warning.text());
      LOGGER.log(
          Level.WARNING, "AssemblyAI session {0} warns ({1}): {2}", session, warning.code(), text);
    }
  }

  /** No message at all; an error event for the first twenty. */
  void malformed(ServerMessage.Malformed message, String session) {
    long count = results.tally().add(Tally.Count.MALFORMED_MESSAGES);
    if (count > MOST_REPORTS) {
      return;
    }
    String what =
        "AssemblyAI sent a message of "
            + message.length()
            + " characters that "
            + message.problem()
            + "; it was skipped";
    LOGGER.log(Level.WARNING, "session {0}: {1}", session, what);
    results.error(new AgentException(ErrorKind.PROTOCOL, what));
  }
}
