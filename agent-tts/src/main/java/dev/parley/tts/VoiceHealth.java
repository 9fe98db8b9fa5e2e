package dev.parley.tts;

import dev.parley.AgentException;
import dev.parley.ErrorKind;
import dev.parley.spi.PluginContext;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes a voice out that fails again and again before its first audio, and probes it with a short
 * text of its own until it speaks: no reply waits for a vendor that is down. Thread-safe.
 *
 * <p>Replies of a voice that is out fail at once, so that the next voice begins at once. A wrong
 * key or an empty account takes it out by a single failure.
 */
final class VoiceHealth {
  private static final System.Logger LOGGER = System.getLogger(VoiceHealth.class.getName());
  private static final Duration FIRST_PROBE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final String name;
  private final int failuresAllowed;
  private Consumer<PluginContext> probe = context -> {};
  private int failures;
  private Duration pause = FIRST_PROBE;
  private @Nullable AgentException why;
  private boolean probeDue;
  private boolean closed;

  /** Creates the health of a voice that is taken out after so many failures in a row. */
  VoiceHealth(String name, int failuresAllowed) {
    this.name = name;
    this.failuresAllowed = failuresAllowed;
  }

  /** Sets what speaks a short text; its stream tells {@link #spoke} or {@link #failed}. */
  synchronized void probeWith(Consumer<PluginContext> probe) {
    this.probe = probe;
  }

  /** Why the voice is out, if it is. */
  synchronized Optional<AgentException> out() {
    return Optional.ofNullable(why)
        .map(
            cause ->
                new AgentException(
                    cause.kind(),
                    name + " is taken out until it answers a probe: " + cause.getMessage(),
                    cause,
                    false,
                    null));
  }

  /** The voice gave audio. */
  synchronized void spoke() {
    if (why != null) {
      LOGGER.log(Level.INFO, "{0} speaks again", name);
    }
    why = null;
    failures = 0;
    pause = FIRST_PROBE;
  }

  /** A reply failed before its first audio. */
  synchronized void failed(AgentException error, PluginContext context) {
    if (closed || (why == null && !isEnough(error.kind()))) {
      return;
    }
    if (why == null) {
      LOGGER.log(Level.WARNING, "{0} is taken out: {1}", name, error.getMessage());
    }
    why = error;
    if (probeDue) {
      return;
    }
    probeDue = true;
    context.clock().schedule(pause, () -> probe(context));
    pause = pause.multipliedBy(2);
    pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  /** Counts a failure of a voice that is in; whether it takes the voice out. */
  private boolean isEnough(ErrorKind kind) {
    return switch (kind) {
      case AUTHENTICATION, QUOTA -> true;
      case SERVER, NETWORK, TIMEOUT, PROTOCOL -> ++failures >= failuresAllowed;
      default -> false; // the text's fault, or too much at once: another reply may do
    };
  }

  private void probe(PluginContext context) {
    Consumer<PluginContext> now;
    synchronized (this) {
      probeDue = false;
      if (closed || why == null) {
        return;
      }
      now = probe;
    }
    now.accept(context);
  }

  /** Probes no more. */
  synchronized void close() {
    closed = true;
  }
}
