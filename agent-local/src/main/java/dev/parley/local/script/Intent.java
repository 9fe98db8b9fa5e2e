package dev.parley.local.script;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that guests want, and what the assistant does about it.
 *
 * @param title the heading in the file
 * @param phrases the ways to say it
 * @param samples the phrases as they stand in the file
 * @param answers what the assistant says, the first that fits
 * @param order what it does to the order
 * @param action the action that the application runs, or null
 * @param questions what must be known before that, and how to ask for it
 * @param effect what else it does
 * @param passage the heading of the passage that is the answer, or null
 */
public record Intent(
    String title,
    List<Expression> phrases,
    List<String> samples,
    List<Answer> answers,
    OrderStep order,
    @Nullable String action,
    List<Question> questions,
    Effect effect,
    @Nullable String passage) {
  /** Copies the lists. */
  public Intent {
    Objects.requireNonNull(title, "title");
    phrases = List.copyOf(phrases);
    samples = List.copyOf(samples);
    answers = List.copyOf(answers);
    Objects.requireNonNull(order, "order");
    questions = List.copyOf(questions);
    Objects.requireNonNull(effect, "effect");
  }

  /** What an intent does to the order. */
  public enum OrderStep {
    /** Nothing. */
    NONE,
    /** Adds what was said. */
    ADD,
    /** Changes the line that was spoken of last, or the one that is named first. */
    CHANGE,
    /** Takes away the line that is named, or the last. */
    REMOVE,
    /** Takes away everything. */
    CLEAR,
    /** Hands the order in: the next one starts empty. */
    PLACE
  }

  /** What an intent does besides. */
  public enum Effect {
    /** Nothing. */
    NONE,
    /** Answers from the documents. */
    LOOK_UP,
    /** Forgets the question that is open. */
    NEVER_MIND
  }

  /**
   * Something that must be known.
   *
   * @param slot what is missing
   * @param text how the assistant asks for it
   */
  public record Question(String slot, String text) {
    /** Checks that nothing is missing. */
    public Question {
      Objects.requireNonNull(slot, "slot");
      Objects.requireNonNull(text, "text");
    }
  }
}
