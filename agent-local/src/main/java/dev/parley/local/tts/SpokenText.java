package dev.parley.local.tts;

import com.sun.speech.freetts.Item;
import com.sun.speech.freetts.Utterance;
import dev.parley.local.tts.Sink.SpokenWord;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds FreeTTS' tokens again in the text that they came from. Not thread-safe. */
final class SpokenText {
  private final String text;
  private final String plain;
  private int position;

  SpokenText(String text) {
    this.text = text;
    this.plain = plain(text);
  }

  /** The same text, character by character, in the ASCII that the voice can read. */
  static String plain(String text) {
    var plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      plain.append(plain(text.charAt(i)));
    }
    return plain.toString();
  }

  private static char plain(char character) {
    return switch (character) {
      case '’', '‘' -> '\'';
      case '“', '”' -> '"';
      case '–', '—' -> ',';
      case '…' -> '.';
      default -> {
        char base = Normalizer.normalize(String.valueOf(character), Normalizer.Form.NFD).charAt(0);
        yield base < 128 ? base : ' ';
      }
    };
  }

  /**
   * Returns the words of the next sentence.
   *
   * @param before samples that were delivered before this sentence
   * @param cut seconds that are cut off its start
   */
  List<SpokenWord> words(Utterance utterance, long before, float cut, int rate) {
    var words = new ArrayList<SpokenWord>();
    int lastStart = -1;
    for (Item token = utterance.getRelation("Token").getHead();
        token != null;
        token = token.getNext()) {
      int at = plain.indexOf(token.getFeatures().getString("name"), position);
      Span span = span(token);
      if (at < 0 || span == null) {
        continue;
      }
      position = at + token.getFeatures().getString("name").length();
      int start = startOfWord(at);
      long from = before + sample(span.start() - cut, rate);
      long to = before + sample(span.end() - cut, rate);
      if (start == lastStart) { // two tokens, one word to the eye: 7:30-8:00
        from = words.remove(words.size() - 1).startSample();
      }
      words.add(new SpokenWord(text.substring(start, endOfWord(at)), from, to));
      lastStart = start;
    }
    return words;
  }

  private static long sample(float seconds, int rate) {
    return Math.max(0, (long) (seconds * rate));
  }

  private int startOfWord(int at) {
    int start = at;
    while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private int endOfWord(int at) {
    int end = at;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** From the first to the last sound of a token; null when it makes none. */
  private static @Nullable Span span(Item token) {
    Span span = null;
    for (Item word = token.getDaughter(); word != null; word = word.getNext()) {
      Span next = spanOfWord(word);
      if (next != null) {
        span = span == null ? next : new Span(span.start(), next.end());
      }
    }
    return span;
  }

  private static @Nullable Span spanOfWord(Item word) {
    Item syllables = word.getItemAs("SylStructure");
    if (syllables == null || syllables.getDaughter() == null) {
      return null;
    }
    Item first = syllables.getDaughter().getDaughter();
    Item last = syllables.getLastDaughter().getLastDaughter();
    if (first == null || last == null) {
      return null;
    }
    Item before = first.getItemAs("Segment").getPrevious();
    float start = before == null ? 0 : before.getFeatures().getFloat("end");
    return new Span(start, last.getFeatures().getFloat("end"));
  }

  private record Span(float start, float end) {}
}
