package dev.parley.brain.langchain4j;

import java.util.Objects;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Judges what a model writes while it is written, and stops it before it is spoken. Thread-safe:
 * shared by all replies, remembers nothing.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface OutputGuard {
  /**
   * Judges the answer so far. Called for each token, on the model's thread, and when the time is up
   * on one that may block, never by both at once; must be quick.
   *
   * @param text all that the model has written so far
   * @param last whether the guard must decide now: the answer is complete, or too much or for too
   *     long has been held back. What it does not stop is spoken
   */
  Verdict judge(String text, boolean last);

  /**
   * How many characters it holds back at most, of itself; default 0: it does not know, and is
   * bounded by the brain.
   */
  default int holdsBack() {
    return 0;
  }

  /**
   * Returns a guard that stops an answer at the first match of a pattern.
   *
   * @param longest how many characters a match can be at most; so many are held back
   * @param instead what is said when it stops, such as that this is no subject here; may be empty
   */
  static OutputGuard forbidding(Pattern pattern, int longest, String instead) {
    Objects.requireNonNull(pattern, "pattern");
    Objects.requireNonNull(instead, "instead");
    return new OutputGuard() {
      @Override
      public Verdict judge(String text, boolean last) {
        if (pattern.matcher(text).find()) {
          return Verdict.stop(instead);
        }
        return Verdict.speak(last ? text.length() : Math.max(0, text.length() - longest));
      }

      @Override
      public int holdsBack() {
        return longest;
      }
    };
  }

  /**
   * What a guard decides. Immutable.
   *
   * @param spoken how many characters, from the beginning of the answer, may be spoken; less than
   *     before changes nothing
   * @param instead what is said instead of all that has not been spoken yet, or null: go on
   */
  record Verdict(int spoken, @Nullable String instead) {
    /** Lets so many characters from the beginning of the answer be spoken. */
    public static Verdict speak(int characters) {
      return new Verdict(characters, null);
    }

    /** Stops the answer, and the model; nothing more of it is spoken. */
    public static Verdict stop(String instead) {
      return new Verdict(0, Objects.requireNonNull(instead, "instead"));
    }
  }
}
