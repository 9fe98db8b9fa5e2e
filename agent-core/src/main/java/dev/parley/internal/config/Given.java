package dev.parley.internal.config;

/**
 * A value as somebody gave it, without white space around it, and where.
 *
 * @param text the value; it may be a secret
 * @param origin where it was given, for error messages: {@code the flag --stt}
 */
public record Given(String text, String origin) {
  /** Strips the text: a line break after a key that a script has read is no part of it. */
  public Given {
    text = text.strip();
  }

  /** Tells where the value comes from, never the value. */
  @Override
  public String toString() {
    return "Given[" + origin + "]";
  }
}
