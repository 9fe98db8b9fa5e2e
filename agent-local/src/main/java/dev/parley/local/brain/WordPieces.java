package dev.parley.local.brain;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Splits text into the pieces of words that BERT models read: lower case, without accents, the
 * longest known piece first. Immutable.
 */
final class WordPieces {
  private static final String BEGIN = "[CLS]";
  private static final String END = "[SEP]";
  private static final String UNKNOWN = "[UNK]";

  /** Longer words are unknown, as in BERT's own tokenizer. */
  private static final int LONGEST_WORD = 100;

  private final Map<String, Integer> vocabulary;
  private final int longest;

  /**
   * Creates a splitter.
   *
   * @param vocabulary the number of each piece; pieces within words begin with {@code ##}
   * @param longest how many pieces there are at most, with the two around the text
   */
  WordPieces(Map<String, Integer> vocabulary, int longest) {
    this.vocabulary = Map.copyOf(vocabulary);
    this.longest = longest;
  }

  /** Returns the numbers of the pieces, with those for the beginning and the end. */
  long[] of(String text) {
    var pieces = new ArrayList<String>();
    pieces.add(BEGIN);
    for (String word : words(text)) {
      split(word, pieces);
    }
    List<String> kept = pieces.subList(0, Math.min(pieces.size(), longest - 1));
    var numbers = new long[kept.size() + 1];
    for (int i = 0; i < kept.size(); i++) {
      numbers[i] = number(kept.get(i));
    }
    numbers[kept.size()] = number(END);
    return numbers;
  }

  private int number(String piece) {
    return vocabulary.getOrDefault(piece, 0);
  }

  /** Words and single punctuation marks. */
  private static List<String> words(String text) {
    String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    plain
        .codePoints()
        .filter(each -> Character.getType(each) != Character.NON_SPACING_MARK)
        .forEach(
            each -> {
              boolean letter = Character.isLetterOrDigit(each);
              if (!letter && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
              }
              if (letter) {
                word.appendCodePoint(each);
              } else if (!Character.isWhitespace(each) && !Character.isISOControl(each)) {
                words.add(Character.toString(each));
              }
            });
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }

  private void split(String word, List<String> pieces) {
    var found = new ArrayList<String>();
    int start = 0;
    while (start < word.length() && word.length() <= LONGEST_WORD) {
      String piece = longestPiece(word, start);
      if (piece.isEmpty()) {
        break;
      }
      found.add(piece);
      start += piece.length() - (start == 0 ? 0 : 2);
    }
    if (start == word.length()) {
      pieces.addAll(found);
    } else {
      pieces.add(UNKNOWN);
    }
  }

  private String longestPiece(String word, int start) {
    for (int end = word.length(); end > start; end--) {
      String piece = (start == 0 ? "" : "##") + word.substring(start, end);
      if (vocabulary.containsKey(piece)) {
        return piece;
      }
    }
    return "";
  }
}
