package dev.parley.agora;

import java.util.regex.Pattern;

/** The form of app ids and certificates: 32 hexadecimal digits. */
final class Hex {
  private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{32}");

  private Hex() {}

  /**
   * Returns the value, of which Agora's token library would make an empty token without a word if
   * it had another form. The message tells the length only: one of them is a secret.
   */
  static String checked(String what, String variable, String value) {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "%s has %d characters that are not all hexadecimal digits, or not 32 of them; copy %s from Agora's console"
              .formatted(what, value.length(), variable));
    }
    return value;
  }
}
