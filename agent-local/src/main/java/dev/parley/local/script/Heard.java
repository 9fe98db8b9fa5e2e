package dev.parley.local.script;

import dev.parley.local.script.WordList.Entry;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one phrase of a guest came to.
 *
 * @param intent what is wanted; null: the phrase only answers a question
 * @param captures what was said in the slots, in order
 */
public record Heard(@Nullable Intent intent, List<Capture> captures) {
  /** Copies the list. */
  public Heard {
    captures = List.copyOf(captures);
  }

  /** The first thing said in this slot, at any depth. */
  public Optional<Capture> find(String slot) {
    return captures.stream()
        .flatMap(Capture::all)
        .filter(each -> each.slot().equals(slot))
        .findFirst();
  }

  /**
   * What was said in one slot.
   *
   * @param slot the list's name
   * @param entry what of it
   * @param parts what was said in the slots within
   */
  public record Capture(String slot, Entry entry, List<Capture> parts) {
    /** Copies the list. */
    public Capture {
      Objects.requireNonNull(slot, "slot");
      Objects.requireNonNull(entry, "entry");
      parts = List.copyOf(parts);
    }

    /** This one and all within. */
    public Stream<Capture> all() {
      return Stream.concat(Stream.of(this), parts.stream().flatMap(Capture::all));
    }

    /** What stands for it in an answer: its name, or for a list of lists the names within. */
    public String spoken() {
      return parts.isEmpty()
          ? entry.name()
          : String.join(" ", parts.stream().map(Capture::spoken).toList());
    }

    /** What an action is given for it. */
    public String value() {
      return entry.worth() != null || parts.isEmpty()
          ? entry.value()
          : String.join(" ", parts.stream().map(Capture::value).toList());
    }
  }
}
