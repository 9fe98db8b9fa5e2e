package dev.parley.local.script;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Splits text into words the way they are spoken: lower case, without accents and punctuation,
 * numbers written out.
 */
public final class Words {
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern WORD = Pattern.compile("[a-z]+(?:'[a-z]+)*|[0-9]+");

  private Words() {}

  /** Returns the words of {@code text}. */
  public static List<String> of(String text) {
    var words = new ArrayList<String>();
    var matcher = WORD.matcher(plain(text));
    while (matcher.find()) {
      String word = matcher.group();
      if (Character.isDigit(word.charAt(0))) {
        words.addAll(Numerals.spoken(word));
      } else {
        words.add(word);
      }
    }
    return words;
  }

  private static String plain(String text) {
    String decomposed = Normalizer.normalize(text.replace('’', '\''), Normalizer.Form.NFD);
    return ACCENTS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
