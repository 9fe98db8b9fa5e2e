package dev.parley.internal.voice;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a model's text into the pieces that a voice is given. Not thread-safe.
 *
 * <p>A piece ends where a sentence ends and the blank behind it has come; only the first may end
 * earlier, at a comma or its like, so that speech starts soon. The pieces do not depend on how the
 * text was cut into tokens, and joined they are the text, cleaned for the ear. Each has something
 * to say: punctuation alone is never a piece, and is left out where no piece follows it.
 */
public final class SpeechText {
  /** Of punctuation alone no more is kept than this. */
  private static final int LONGEST_SILENCE = 1_000;

  private final boolean wordByWord;
  private final PieceRule rule;
  private final EarText cleaning = new EarText();
  private final StringBuilder waiting = new StringBuilder();
  private boolean speakable;
  private boolean first;

  /** Tells where the first piece of a text ends, or 0 while that is open. */
  private interface PieceRule {
    int endOfPiece(CharSequence text, boolean first);
  }

  /**
   * Creates it for a new text.
   *
   * @param wordByWord for voices that take text as it is written: each piece is a word
   * @param first whether nothing of the reply has been spoken yet
   */
  public SpeechText(boolean wordByWord, boolean first) {
    this.wordByWord = wordByWord;
    this.rule = wordByWord ? SpeechWords::endOfPiece : Sentences::endOfPiece;
    this.first = first;
  }

  /** Whether a text ends in a mark that ends sentences. */
  public static boolean endsSentence(String text) {
    return Sentences.endsSentence(text);
  }

  /** Whether a text ends in a mark that ends questions. */
  public static boolean endsQuestion(String text) {
    return Sentences.endsQuestion(text);
  }

  /** Adds a token and returns the pieces that are complete now. */
  public List<String> add(String token) {
    var pieces = new ArrayList<String>();
    cut(cleaning.add(token), pieces);
    return pieces;
  }

  /** Ends the text and returns what is left of it. */
  public List<String> finish() {
    var pieces = new ArrayList<String>();
    cut(cleaning.finish(), pieces);
    if (speakable) {
      pieces.add(waiting.toString());
    }
    waiting.setLength(0);
    speakable = false;
    return pieces;
  }

  /**
   * The piece that there will be if a blank comes next; empty where none ends here, and for voices
   * that take each word as it comes.
   */
  public String likely() {
    if (!speakable || wordByWord || !Sentences.endsSentence(waiting)) {
      return "";
    }
    String likely = waiting + " ";
    return rule.endOfPiece(likely, first) == likely.length() ? likely : "";
  }

  private void cut(String cleaned, List<String> pieces) {
    for (int at = 0; at < cleaned.length(); at++) {
      waiting.append(cleaned.charAt(at));
      speakable = speakable || Sentences.isSpoken(waiting.codePointBefore(waiting.length()));
      if (speakable) {
        cut(rule.endOfPiece(waiting, first), pieces);
      } else if (waiting.length() > LONGEST_SILENCE) {
        waiting.setLength(0);
      }
    }
  }

  private void cut(int end, List<String> pieces) {
    if (end > 0) {
      pieces.add(waiting.substring(0, end));
      waiting.delete(0, end);
      speakable = Sentences.isSpeakable(waiting, waiting.length());
      first = false;
    }
  }
}
