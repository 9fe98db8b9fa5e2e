package dev.parley.local.script;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The things that can stand in a slot.
 *
 * @param name as it stands between the braces
 * @param entries in the order of the file
 */
public record WordList(String name, List<Entry> entries) {
  /** Copies the list. */
  public WordList {
    Objects.requireNonNull(name, "name");
    entries = List.copyOf(entries);
  }

  /**
   * One thing and the ways to say it.
   *
   * @param name how the assistant says it; for a thing that can be counted, one of it
   * @param plural how the assistant says two of it
   * @param worth what it is worth: a number, a price, a time of day; null: nothing in particular
   * @param forms the ways to say it
   */
  public record Entry(String name, String plural, @Nullable String worth, List<Expression> forms) {
    /** Copies the list. */
    public Entry {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(plural, "plural");
      forms = List.copyOf(forms);
    }

    /** What an action is given: the worth, or else the name. */
    public String value() {
      return worth == null ? name : worth;
    }
  }
}
