package dev.parley.tts;

/**
 * How much text waits to be sent, and whether more is taken. Thread-safe.
 *
 * <p>The bounds are far above a reply's text; they hold when a vendor does not take any.
 */
final class Intake {
  private static final int MOST_OFFERS = 64;
  private static final int MOST_CHARACTERS = 8_000;

  private boolean open = true;
  private boolean refused;
  private int offers;
  private int characters;

  /** Counts a text in, unless there are too many already or no more is wanted. */
  synchronized boolean take(String text) {
    boolean full =
        offers > 0 && (offers >= MOST_OFFERS || characters + text.length() > MOST_CHARACTERS);
    refused |= open && full;
    if (!open || full) {
      return false;
    }
    offers++;
    characters += text.length();
    return true;
  }

  /**
   * Counts a text out.
   *
   * @return whether a text was refused and would be taken now
   */
  synchronized boolean release(int length) {
    offers--;
    characters -= length;
    boolean tell =
        open && refused && offers <= MOST_OFFERS / 2 && characters <= MOST_CHARACTERS / 2;
    refused &= !tell;
    return tell;
  }

  /** Takes no more. Returns whether it did so far. */
  synchronized boolean shut() {
    boolean was = open;
    open = false;
    return was;
  }
}
