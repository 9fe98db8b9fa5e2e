package dev.parley.internal.voice;

import dev.parley.spi.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * Which word of a speech sounds when: from the voice's word times or, lacking those, in proportion
 * to the audio of each piece. Not thread-safe.
 */
final class SpeechTimeline {
  /**
   * About 15 characters a second, an ordinary voice; only used for a piece whose end is not known
   * yet.
   */
  private static final long GUESSED_NANOS_A_CHARACTER = 65_000_000L;

  /** Word times come rounded, some vendors' to milliseconds. */
  private static final long TOLERANCE_NANOS = 1_000_000L;

  private final StringBuilder text = new StringBuilder();
  private final List<Piece> pieces = new ArrayList<>();
  private final List<WordSpan> timed = new ArrayList<>();

  private static final class Piece {
    final int textStart;
    int textEnd;
    long startNanos = -1;
    long endNanos = -1;

    Piece(int textStart, int textEnd) {
      this.textStart = textStart;
      this.textEnd = textEnd;
    }
  }

  String text() {
    return text.toString();
  }

  int pieceCount() {
    return pieces.size();
  }

  int pieceStart(int piece) {
    return pieces.get(piece).textStart;
  }

  void addPiece(String piece) {
    int start = text.length();
    text.append(piece);
    pieces.add(new Piece(start, text.length()));
  }

  /**
   * Divides the piece around a character, because another voice goes on from there.
   *
   * @return the piece that begins there
   */
  int splitAt(int textPosition, long audioNanos) {
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (piece.textStart >= textPosition) {
        return i;
      }
      if (piece.textEnd > textPosition) {
        var rest = new Piece(textPosition, piece.textEnd);
        piece.textEnd = textPosition;
        piece.endNanos = audioNanos;
        pieces.add(i + 1, rest);
        return i + 1;
      }
    }
    return pieces.size();
  }

  String pieceText(int piece) {
    return text.substring(pieces.get(piece).textStart, pieces.get(piece).textEnd);
  }

  /**
   * Says when a piece has been delivered: it sounds from the end of the piece before, or from the
   * stream's start.
   */
  void pieceDelivered(int piece, long streamStartNanos, long endNanos) {
    if (piece < pieces.size() && pieces.get(piece).endNanos < 0) {
      long before = piece == 0 ? 0 : pieces.get(piece - 1).endNanos;
      pieces.get(piece).startNanos = Math.max(before, streamStartNanos);
      pieces.get(piece).endNanos = endNanos;
    }
  }

  /** Adds a word from the voice; it is looked for in the text behind the word before. */
  void addWord(Word word, long offsetNanos, int searchFrom) {
    int from =
        timed.isEmpty() ? searchFrom : Math.max(searchFrom, timed.get(timed.size() - 1).textEnd());
    int start = text.indexOf(word.text().strip(), from);
    if (start < 0 || word.text().isBlank()) {
      return; // spoken differently than written: the words around it carry the time line
    }
    long begin = offsetNanos + word.start().toNanos();
    long end = offsetNanos + word.end().toNanos();
    timed.add(new WordSpan(start, start + word.text().strip().length(), begin, end));
  }

  /** Forgets word times from a character on. */
  void forgetWordsFrom(int textPosition) {
    timed.removeIf(word -> word.textStart() >= textPosition);
  }

  /** All words whose time is known or can be told from the audio that has come. */
  List<WordSpan> words(long receivedNanos) {
    var words = new ArrayList<WordSpan>();
    int next = 0;
    long start = 0;
    for (Piece piece : pieces) {
      int first = next;
      while (next < timed.size() && timed.get(next).textStart() < piece.textEnd) {
        words.add(timed.get(next++));
      }
      start = piece.startNanos < 0 ? start : piece.startNanos;
      if (next == first && (start < receivedNanos || piece.endNanos >= 0)) {
        spread(piece, start, endOf(piece, start, receivedNanos), words);
      }
      start = words.isEmpty() ? start : words.get(words.size() - 1).endNanos();
    }
    return words;
  }

  /** How many characters have been heard wholly, to the word, after so much audio. */
  int heardCharacters(long playedNanos, long receivedNanos) {
    int heard = 0;
    for (WordSpan word : words(receivedNanos)) {
      if (word.endNanos() <= playedNanos + TOLERANCE_NANOS) {
        heard = word.textEnd();
      }
    }
    return heard;
  }

  private static long endOf(Piece piece, long start, long receivedNanos) {
    if (piece.endNanos >= 0) {
      return piece.endNanos;
    }
    long guess = start + (piece.textEnd - piece.textStart) * GUESSED_NANOS_A_CHARACTER;
    return Math.max(guess, receivedNanos);
  }

  /**
   * Gives each word of a piece its share of the piece's audio, by characters; blanks at the ends do
   * not sound.
   */
  private void spread(Piece piece, long begin, long end, List<WordSpan> words) {
    int first = piece.textStart;
    int last = piece.textEnd;
    while (first < last && Character.isWhitespace(text.charAt(first))) {
      first++;
    }
    while (last > first && Character.isWhitespace(text.charAt(last - 1))) {
      last--;
    }
    int length = Math.max(1, last - first);
    for (int at = first; at < last; ) {
      int wordEnd = wordEnd(at, last);
      long wordBegin = begin + (end - begin) * (at - first) / length;
      words.add(
          new WordSpan(at, wordEnd, wordBegin, begin + (end - begin) * (wordEnd - first) / length));
      at = nextWord(wordEnd, last);
    }
  }

  /**
   * Where a script sets no blanks between words, each character counts as one, with the marks after
   * it.
   */
  private int wordEnd(int from, int limit) {
    boolean alone = SpeechWords.isIdeograph(text.charAt(from));
    int at = from + 1;
    while (at < limit && !beginsWord(text.charAt(at), alone)) {
      at++;
    }
    return at;
  }

  private static boolean beginsWord(char c, boolean afterIdeograph) {
    return Character.isWhitespace(c)
        || SpeechWords.isIdeograph(c)
        || (afterIdeograph && Character.isLetterOrDigit(c));
  }

  private int nextWord(int from, int limit) {
    int at = from;
    while (at < limit && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
