package dev.parley.testkit;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long the pieces of one stream sound, when some whole texts have a length of their own. Not
 * thread-safe.
 */
final class Pronunciation {
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?…][\"')\\]]?) ");

  private final Duration perCharacter;
  private final Map<String, Duration> lengths = new TreeMap<>();
  private @Nullable String text;
  private int spoken;
  private Duration used = Duration.ZERO;

  Pronunciation(Duration perCharacter, Map<String, Duration> lengths) {
    this.perCharacter = perCharacter;
    lengths.forEach((whole, length) -> this.lengths.put(Spaces.collapse(whole), length));
  }

  /**
   * How long a piece sounds, blanks at its ends left out. Pieces are to be asked about in order.
   */
  Duration lengthOf(String piece) {
    String core = Spaces.collapse(piece);
    String whole =
        wholeWith(
            core, !piece.isEmpty() && Character.isWhitespace(piece.charAt(piece.length() - 1)));
    return wholeSamples(
        whole == null ? perCharacter.multipliedBy(core.length()) : shareOf(core, whole));
  }

  private static Duration wholeSamples(Duration length) {
    return FakeTransport.FORMAT.durationOf(FakeTransport.FORMAT.samplesIn(length));
  }

  /** The text that this piece goes on with, begins or is a part of. */
  private @Nullable String wholeWith(String core, boolean moreToCome) {
    if (text != null && text.startsWith(core, spoken)) {
      return text;
    }
    text = begunBy(core, moreToCome);
    spoken = text == null ? 0 : text.indexOf(core);
    used =
        text == null
            ? Duration.ZERO
            : lengths
                .getOrDefault(text, Duration.ZERO)
                .multipliedBy(spoken)
                .dividedBy(text.length());
    return text;
  }

  private @Nullable String begunBy(String core, boolean moreToCome) {
    List<String> candidates =
        lengths.keySet().stream().filter(each -> !core.isEmpty() && each.contains(core)).toList();
    Comparator<String> best =
        Comparator.<String, Boolean>comparing(each -> !each.startsWith(core))
            .thenComparing(each -> each.equals(core) == moreToCome)
            .thenComparing(Comparator.naturalOrder());
    return candidates.stream().min(best).orElse(null);
  }

  private Duration shareOf(String core, String whole) {
    String rest = whole.substring(Math.min(whole.length(), spoken + core.length())).strip();
    Duration left = lengths.getOrDefault(whole, Duration.ZERO).minus(used);
    Duration share =
        left.multipliedBy(core.length()).dividedBy(Math.max(1, core.length() + charactersOf(rest)));
    used = used.plus(share);
    spoken = whole.length() - rest.length();
    text = rest.isEmpty() ? null : whole;
    return share;
  }

  /**
   * The characters of what is still to come, without the blanks between its sentences: those end
   * pieces.
   */
  private static int charactersOf(String rest) {
    return SENTENCE_END.splitAsStream(rest).mapToInt(String::length).sum();
  }
}
