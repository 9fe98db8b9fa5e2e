package dev.parley.testkit;

import java.util.regex.Pattern;

/** Compares texts as scripts do: any white space is one blank, and none at the ends. */
final class Spaces {
  private static final Pattern ANY = Pattern.compile("\\s+");

  private Spaces() {}

  static String collapse(String text) {
    return ANY.matcher(text.strip()).replaceAll(" ");
  }
}
