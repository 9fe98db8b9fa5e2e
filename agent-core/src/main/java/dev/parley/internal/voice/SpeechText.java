package dev.parley.internal.voice;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a model's text into the pieces that a voice is given. Not thread-safe.
 *
 * <p>A piece ends where a sentence ends and the blank behind it has come; only the first may end
 * earlier, at a comma or its like, so that speech starts soon. The pieces do not depend on how the
 * text was cut into tokens, and joined they are the text, cleaned for the ear.
 */
public final class SpeechText {
  private final boolean wordByWord;
  private final EarText cleaning = new EarText();
  private final StringBuilder waiting = new StringBuilder();
  private boolean first;

  /**
   * Creates it for a new text.
   *
   * @param wordByWord for voices that take text as it is written: a piece is as many whole words as
   *     there are
   * @param first whether nothing of the reply has been spoken yet
   */
  public SpeechText(boolean wordByWord, boolean first) {
    this.wordByWord = wordByWord;
    this.first = first;
  }

  /** Whether a text ends in a mark that ends sentences. */
  public static boolean endsSentence(String text) {
    return Sentences.endsSentence(text);
  }

  /** Adds a token and returns the pieces that are complete now. */
  public List<String> add(String token) {
    waiting.append(cleaning.add(token));
    return cut();
  }

  /** Ends the text and returns what is left of it. */
  public List<String> finish() {
    waiting.append(cleaning.finish());
    List<String> pieces = new ArrayList<>(cut());
    if (!waiting.toString().isBlank()) {
      pieces.add(waiting.toString());
    }
    waiting.setLength(0);
    return pieces;
  }

  private List<String> cut() {
    var pieces = new ArrayList<String>();
    for (int end = nextEnd(); end > 0; end = nextEnd()) {
      String piece = waiting.substring(0, end);
      waiting.delete(0, end);
      if (!piece.isBlank()) {
        pieces.add(piece);
        first = false;
      }
    }
    return pieces;
  }

  private int nextEnd() {
    return wordByWord ? lastBlank() : Sentences.endOfPiece(waiting, first);
  }

  private int lastBlank() {
    for (int at = waiting.length() - 1; at > 0; at--) {
      if (Character.isWhitespace(waiting.charAt(at))) {
        return at + 1;
      }
    }
    return 0;
  }
}
