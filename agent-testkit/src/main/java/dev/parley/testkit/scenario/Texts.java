package dev.parley.testkit.scenario;

import java.util.regex.Pattern;

/** Compares texts as scenarios do: any white space is one blank, and none at the ends. */
final class Texts {
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

  private Texts() {}

  static String collapse(String text) {
    return WHITE_SPACE.matcher(text.strip()).replaceAll(" ");
  }
}
