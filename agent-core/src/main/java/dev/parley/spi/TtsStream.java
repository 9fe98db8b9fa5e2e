package dev.parley.spi;

import org.apiguardian.api.API;

/** Text in, audio out through the listener. Called from the session loop only; no method blocks. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class TtsStream implements AutoCloseable {
  /** For subclasses. */
  protected TtsStream() {}

  /**
   * Hands over the next piece of text: a sentence or so, or, for a voice with input streaming, as
   * little as a word with the blank behind it. Pieces joined give the text.
   *
   * @return false when the stream takes no more now: offer the same piece again after {@link
   *     TtsListener#onReady}
   */
  public abstract boolean offer(String text);

  /**
   * Says what the next piece will be unless the text goes on in an unusual way: its sentence is
   * there, the blank that proves its end is not. A voice that asks its vendor sentence by sentence
   * gains a token's time by asking now; nothing may be heard of it unless that very piece is the
   * next to be offered. At most once for each piece. By default nothing.
   */
  public void anticipate(String text) {}

  /** Says that no more text comes; the rest is spoken, then {@code onClosed}. */
  public abstract void finish();

  /**
   * Falls silent now and tells the vendor; only {@code onClosed} is still to come. Idempotent, does
   * not throw.
   */
  @Override
  public abstract void close();
}
