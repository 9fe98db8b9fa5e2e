package dev.parley.web;

/** A message from a page that makes no sense; the text says why and goes back to the page. */
final class BadMessage extends Exception {
  private static final long serialVersionUID = 1L;

  BadMessage(String sentence) {
    super(sentence);
  }

  /** The sentence for the page. */
  String sentence() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
