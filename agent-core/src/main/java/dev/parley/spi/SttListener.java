package dev.parley.spi;

import java.time.Duration;
import org.apiguardian.api.API;

/** Receives transcripts. May be called on any thread, one call at a time. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class SttListener extends StreamListener {
  /** For subclasses. */
  protected SttListener() {}

  /** The recogniser hears speech that began at this stream time. */
  public void onSpeechStarted(Duration start) {}

  /** The text of the present utterance so far; a later interim or final replaces it. */
  public void onInterim(Transcript transcript) {}

  /**
   * Text that will not change. A blank text says that an utterance held no words that were
   * understood.
   */
  public void onFinal(Transcript transcript) {}

  /** The speaker has finished; the final that belongs to it has come before. */
  public void onEndOfTurn(EndOfTurn end) {}

  /**
   * Labels of a final were corrected afterwards, such as the speaker; its words stay what they
   * were.
   */
  public void onRevised(Transcript transcript) {}
}
