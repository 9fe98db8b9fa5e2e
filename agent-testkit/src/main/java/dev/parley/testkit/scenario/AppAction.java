package dev.parley.testkit.scenario;

import dev.parley.SayPolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the application does.
 *
 * @param at when; null: within the callback of an event
 * @param on within the callback of the first event like this; null: at a time
 */
record AppAction(
    @Nullable Duration at,
    @Nullable EventPattern on,
    Verb does,
    String who,
    String text,
    SayPolicy policy) {
  enum Verb {
    INTERRUPT("interrupt"),
    CLOSE("close"),
    SAY("say"),
    ASK("ask"),
    TEXT("text"),
    COMMIT_TURN("commitTurn"),
    CLEAR_TURN("clearTurn"),
    HOLD("hold"),
    RESUME("resume"),
    THROW("throw");

    private final String word;

    Verb(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /** The latest time it names. */
  Duration latest() {
    return at == null ? Duration.ZERO : at;
  }
}
