package dev.parley.tts;

import java.util.ArrayList;
import java.util.List;

/** What there is to know of a text before a vendor gets it. */
final class Texts {
  private static final int SHORTEST_PIECE = 12;
  private static final String SENTENCE_ENDS = ".!?…。！？؟।";

  private Texts() {}

  /**
   * Whether there is anything to say: a letter or a digit. Several vendors answer a text without
   * either with an error, or with no audio at all.
   */
  static boolean isSpeakable(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /** How long a text is in the unit in which vendors count and bill. */
  static int characters(String text) {
    return text.codePointCount(0, text.length());
  }

  /**
   * Cuts a text that is too long for a vendor at the end of a sentence, else at a blank, else
   * anywhere but within a code point. The parts joined are the text.
   */
  static List<String> split(String text, int longest) {
    var parts = new ArrayList<String>();
    int start = 0;
    int left = characters(text);
    while (left > longest) {
      int limit = text.offsetByCodePoints(start, longest);
      int end = start + cut(text.substring(start, limit));
      parts.add(text.substring(start, end));
      left -= text.codePointCount(start, end);
      start = end;
    }
    parts.add(text.substring(start));
    return parts;
  }

  /**
   * Takes out of a message what it repeats of a text: vendors quote it cut short, and what they say
   * is itself cut. Shorter pieces than twelve characters are any text's.
   */
  static String withoutPieces(String message, String text) {
    var clean = new StringBuilder();
    int at = 0;
    while (at < message.length()) {
      int end = at + SHORTEST_PIECE;
      if (end <= message.length() && text.contains(message.substring(at, end))) {
        while (end < message.length() && text.contains(message.substring(at, end + 1))) {
          end++;
        }
        clean.append("[text]");
        at = end;
      } else {
        clean.append(message.charAt(at++));
      }
    }
    return clean.toString();
  }

  private static int cut(String text) {
    int limit = text.length();
    int blank = -1;
    for (int at = limit - 1; at > limit / 2; at--) {
      if (Character.isWhitespace(text.charAt(at))) {
        if (SENTENCE_ENDS.indexOf(text.charAt(at - 1)) >= 0) {
          return at + 1;
        }
        blank = blank < 0 ? at + 1 : blank;
      }
    }
    return blank < 0 ? limit : blank;
  }
}
