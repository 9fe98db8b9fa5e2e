package dev.parley.local.script;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Splits text into words the way they are spoken: lower case, without accents and punctuation,
 * numbers written out.
 */
public final class Words {
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern CLOCK = Pattern.compile("\\b([01]?[0-9]|2[0-3]):([0-5][0-9])\\b");
  private static final Pattern WORD = Pattern.compile("[a-z]+(?:'[a-z]+)*|[0-9]+");

  private Words() {}

  /** Returns the words of {@code text}. */
  public static List<String> of(String text) {
    var words = new ArrayList<String>();
    var matcher = WORD.matcher(CLOCK.matcher(plain(text)).replaceAll(Words::clock));
    boolean afterTime = false;
    while (matcher.find()) {
      String word = matcher.group();
      if (Character.isDigit(word.charAt(0))) {
        words.addAll(Numerals.spoken(word));
      } else if (word.equals("pm") || (word.equals("am") && afterTime)) {
        words.add(word.substring(0, 1));
        words.add("m");
      } else {
        words.add(word);
      }
      afterTime = Character.isDigit(word.charAt(0)) || word.equals("o'clock");
    }
    return words;
  }

  /** A time as it is spoken: 19:30 is seven thirty, 19:00 seven o'clock. */
  private static String clock(MatchResult time) {
    int hour = Integer.parseInt(time.group(1)) % 12;
    String minutes = time.group(2);
    return (hour == 0 ? 12 : hour) + " " + (minutes.equals("00") ? "o'clock" : minutes);
  }

  private static String plain(String text) {
    String decomposed = Normalizer.normalize(text.replace('’', '\''), Normalizer.Form.NFD);
    return ACCENTS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
