package dev.parley.local.script;

import java.util.List;
import java.util.Objects;

/**
 * Something that the assistant says.
 *
 * @param conditions when it may be said, all of them; empty: always
 * @param text what is said, with slots to fill
 */
public record Answer(List<Condition> conditions, String text) {
  /** Copies the list. */
  public Answer {
    conditions = List.copyOf(conditions);
    Objects.requireNonNull(text, "text");
  }

  /**
   * When an answer may be said.
   *
   * @param kind what it looks at
   * @param subject the slot or the words
   * @param value what the slot must hold, for {@link Kind#SLOT_IS}
   */
  public record Condition(Kind kind, String subject, String value) {
    /** Checks that nothing is missing. */
    public Condition {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(subject, "subject");
      Objects.requireNonNull(value, "value");
    }
  }

  /** What a condition looks at. */
  public enum Kind {
    /** There is an order. */
    ORDER,
    /** There is none. */
    NO_ORDER,
    /** The slot was said. */
    SLOT,
    /** The slot was not said. */
    NO_SLOT,
    /** The slot holds this value. */
    SLOT_IS,
    /** The action's result holds these words. */
    RESULT,
    /** Always true; the slot is forgotten and asked for again. */
    AGAIN
  }
}
