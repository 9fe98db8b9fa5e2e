package dev.parley.spi;

import java.time.Duration;
import org.apiguardian.api.API;

/**
 * Hears when someone speaks. May be called on any thread, one call at a time; also within {@link
 * VadStream#offer}.
 *
 * <p>Order: {@code onVoice(true)}, {@code onSpeechStarted}, then {@code onVoice(false)} and {@code
 * onVoice(true)} in turn, and after the last {@code onVoice(false)} {@code onSpeechEnded}. Voice
 * that is too short for speech starts and ends without the middle.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class VadListener extends StreamListener {
  /** For subclasses. */
  protected VadListener() {}

  /**
   * There is a voice in the latest 20 to 30 ms, or there is none any more; called on change only.
   */
  public void onVoice(boolean present) {}

  /**
   * Someone speaks.
   *
   * @param lasted for how long, at this moment
   */
  public void onSpeechStarted(Duration lasted) {}

  /**
   * Speech is over.
   *
   * @param silence for how long there has been none, at this moment: the detector's hang-over
   */
  public void onSpeechEnded(Duration silence) {}
}
