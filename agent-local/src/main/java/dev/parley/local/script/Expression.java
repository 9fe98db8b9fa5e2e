package dev.parley.local.script;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** A pattern of words: what is written after a hyphen in a domain file. Immutable. */
public sealed interface Expression {
  /** Nothing at all. */
  Expression NOTHING = new Sequence(List.of());

  /** One word, as {@link Words} splits them. */
  record Word(String text) implements Expression {
    /** Checks the word. */
    public Word {
      Objects.requireNonNull(text, "text");
    }
  }

  /** A place for one entry of a list: {@code {size}}. */
  record Slot(String list) implements Expression {
    /** Checks the name. */
    public Slot {
      Objects.requireNonNull(list, "list");
    }
  }

  /** Parts one after the other. */
  record Sequence(List<Expression> parts) implements Expression {
    /** Copies the list. */
    public Sequence {
      parts = List.copyOf(parts);
    }
  }

  /** One of several; an optional part is a choice that holds {@link #NOTHING}. */
  record Choice(List<Expression> options) implements Expression {
    /** Copies the list. */
    public Choice {
      options = List.copyOf(options);
    }

    /** Whether it may be left out. */
    public boolean isOptional() {
      return options.contains(NOTHING);
    }
  }

  /** Returns a choice of {@code part} or nothing. */
  static Expression optional(Expression part) {
    return new Choice(List.of(part, NOTHING));
  }

  /** Returns the parts one after the other. */
  static Expression sequence(Expression... parts) {
    return new Sequence(List.of(parts));
  }

  /** Shows every word and slot to {@code visitor}, in order, parents first. */
  static void walk(Expression expression, Consumer<Expression> visitor) {
    visitor.accept(expression);
    if (expression instanceof Sequence sequence) {
      sequence.parts().forEach(each -> walk(each, visitor));
    } else if (expression instanceof Choice choice) {
      choice.options().forEach(each -> walk(each, visitor));
    }
  }
}
