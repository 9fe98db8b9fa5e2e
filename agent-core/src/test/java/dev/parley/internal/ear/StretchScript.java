package dev.parley.internal.ear;

/** Stretches of speech as a test needs them; times are milliseconds. */
public final class StretchScript {
  private static final long MILLI = 1_000_000;

  private final Stretch stretch;

  private StretchScript(String who, long began) {
    stretch = new Stretch(who, began * MILLI, (began + 50) * MILLI, false);
  }

  public static StretchScript from(long began) {
    return new StretchScript("ann", began);
  }

  /** The sound stops and its end is confirmed. */
  public StretchScript until(long soundEnd, long ended) {
    stretch.voiceStopped(soundEnd * MILLI);
    stretch.end(ended * MILLI, soundEnd * MILLI);
    return this;
  }

  /** The sound stops; nobody has confirmed its end. */
  public StretchScript quietFrom(long soundEnd) {
    stretch.voiceStopped(soundEnd * MILLI);
    return this;
  }

  public StretchScript interim(String text) {
    stretch.interim(text);
    return this;
  }

  public StretchScript finalText(String text) {
    stretch.addFinal(text);
    return this;
  }

  public Stretch stretch() {
    return stretch;
  }
}
