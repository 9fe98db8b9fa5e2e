package dev.parley.internal.voice;

import java.util.Locale;
import java.util.Set;

/** Words whose full stop ends no sentence. */
final class Abbreviations {
  /** However they are written. */
  private static final Set<String> ALWAYS =
      Set.of(
          // English
          "mr",
          "mrs",
          "ms",
          "mx",
          "messrs",
          "dr",
          "prof",
          "jr",
          "sr",
          "vs",
          "etc",
          "cf",
          "viz",
          "approx",
          "dept",
          "apt",
          "appt",
          "inc",
          "ltd",
          "corp",
          "incl",
          "excl",
          "ph.d",
          "ext",
          // German
          "hr",
          "frl",
          "nr",
          "bzw",
          "usw",
          "ca",
          "evtl",
          "ggf",
          "inkl",
          "exkl",
          "zzgl",
          "bspw",
          "vgl",
          "sog",
          "allg",
          "entspr",
          "tel",
          "mio",
          "mrd",
          "std",
          "jh",
          "jhd",
          "dipl",
          "dipl.-ing",
          "geb",
          "gest",
          "tägl",
          "mtl",
          "str",
          // French, Spanish, Italian, Portuguese, Dutch
          "c.-à-d",
          "sra",
          "srta",
          "dra",
          "ud",
          "uds",
          "aprox",
          "núm",
          "pág",
          "ee.uu",
          "dott",
          "sig",
          "ecc",
          "pag",
          "bijv",
          "dhr",
          "mevr",
          "enz");

  /** Only in this case of letters: written small, they are words. */
  private static final Set<String> CAPITALISED =
      Set.of(
          "St", "Mt", "Ft", "Fig", "Gen", "Col", "Capt", "Lt", "Sgt", "Maj", "Rev", "Hon", "Gov",
          "Sen", "Rep", "Ave", "Blvd", "Rd", "Vol", "Co", "Bros", "Jan", "Feb", "Apr", "Aug", "Sep",
          "Sept", "Oct", "Okt", "Nov", "Dec", "Dez", "Abs", "Kap", "Bd", "Ing", "Hl");

  /** The same, and at the start of a sentence they are one of their own: "No. We are closed." */
  private static final Set<String> CAPITALISED_WITHIN =
      Set.of("No", "Nos", "Mo", "Di", "Mi", "Do", "Fr", "Sa", "So", "Mon", "Tue", "Wed", "Thu");

  /** Before them, a short number with a full stop is an ordinal: "am 3. Mai". */
  private static final Set<String> BEFORE_ORDINALS =
      Set.of(
          "am", "der", "den", "dem", "des", "vom", "zum", "zur", "im", "beim", "bis", "die", "das");

  /** English "it is I.", Russian "это я." and its like end sentences. */
  private static final String WORDS_OF_ONE_LETTER = "IЯи";

  private static final int LONGEST_LIST_NUMBER = 3;
  private static final int LONGEST_ORDINAL = 2;

  private Abbreviations() {}

  /** Whether the full stop at a place belongs to an abbreviation, an initial or a number. */
  static boolean hasDot(CharSequence text, int dot) {
    int start = dot;
    while (start > 0 && isOfWord(text.charAt(start - 1))) {
      start--;
    }
    String word = text.subSequence(start, dot).toString();
    if (word.isEmpty() || !startsWord(text, start)) {
      return false;
    }
    if (word.chars().allMatch(Character::isDigit)) {
      return isListNumber(text, start, word) || isOrdinal(text, start, word);
    }
    return isInitial(word) || isDotted(word) || isListed(text, start, word);
  }

  private static boolean isOfWord(char c) {
    return Character.isLetterOrDigit(c)
        || c == '.'
        || c == '-'
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static boolean isListed(CharSequence text, int start, String word) {
    String small = word.toLowerCase(Locale.ROOT);
    return ALWAYS.contains(small)
        || CAPITALISED.contains(word)
        || (CAPITALISED_WITHIN.contains(word) && start > 0 && !startsSentence(text, start))
        || (small.endsWith("str") && Character.isUpperCase(word.charAt(0)))
        || (small.equals("al") && wordBefore(text, start).equals("et"));
  }

  /** A single letter, such as in a name or a list. */
  private static boolean isInitial(String word) {
    char letter = word.charAt(0);
    boolean small = (letter >= 'a' && letter <= 'z') || (letter >= 'а' && letter <= 'ю');
    return word.length() == 1
        && (small || Character.isUpperCase(letter))
        && WORDS_OF_ONE_LETTER.indexOf(letter) < 0;
  }

  /** Whether no other word or address goes on there, as in "j'y." and "?a=b." */
  private static boolean startsWord(CharSequence text, int start) {
    if (start == 0) {
      return true;
    }
    char before = text.charAt(start - 1);
    boolean elision = start > 1 && Character.isLetter(text.charAt(start - 2));
    return Character.isWhitespace(before)
        || "–—".indexOf(before) >= 0
        || (SentenceMarks.isOpener(before) && !elision);
  }

  /** Single letters with full stops between them, such as "a.m." and "U.S.A." */
  private static boolean isDotted(String word) {
    boolean dotted = word.length() > 2 && word.length() % 2 == 1;
    for (int i = 0; i < word.length() && dotted; i++) {
      char c = word.charAt(i);
      dotted = i % 2 == 0 ? Character.isLetter(c) : c == '.';
    }
    return dotted;
  }

  private static boolean isListNumber(CharSequence text, int start, String number) {
    return number.length() <= LONGEST_LIST_NUMBER && startsSentence(text, start);
  }

  private static boolean isOrdinal(CharSequence text, int start, String number) {
    String before = wordBefore(text, start).toLowerCase(Locale.ROOT);
    return number.length() <= LONGEST_ORDINAL
        && BEFORE_ORDINALS.contains(before)
        && !(before.equals("am") && wordBefore(text, start - 3).equals("I"));
  }

  /** Whether nothing but opening marks stands between the start of the line and a word. */
  private static boolean startsSentence(CharSequence text, int start) {
    int at = start;
    while (at > 0 && SentenceMarks.isOpener(text.charAt(at - 1))) {
      at--;
    }
    return at == 0 || text.charAt(at - 1) == '\n';
  }

  private static String wordBefore(CharSequence text, int start) {
    int end = start;
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    int at = end;
    while (at > 0 && Character.isLetter(text.charAt(at - 1))) {
      at--;
    }
    return text.subSequence(at, end).toString();
  }
}
