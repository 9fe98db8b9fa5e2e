package dev.parley.local.script;

import java.util.ArrayList;
import java.util.List;

/** Writes whole numbers as words. */
public final class Numerals {
  private static final String[] SMALL = {
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen"
  };
  private static final String[] TENS = {
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
  };

  private Numerals() {}

  /** Returns {@code number} in words, {@code twenty one}; digit by digit from 100 on. */
  public static String of(int number) {
    return String.join(" ", spoken(Integer.toString(number)));
  }

  static List<String> spoken(String digits) {
    var words = new ArrayList<String>();
    if (digits.length() > 2 || digits.startsWith("0")) {
      digits.chars().forEach(each -> words.add(SMALL[each - '0']));
      return words;
    }
    int number = Integer.parseInt(digits);
    if (number < 20) {
      words.add(SMALL[number]);
    } else {
      words.add(TENS[number / 10]);
      if (number % 10 > 0) {
        words.add(SMALL[number % 10]);
      }
    }
    return words;
  }
}
