package dev.parley.spi;

import java.util.List;
import org.apiguardian.api.API;

/** Opens speech-to-text streams, one for each participant. Thread-safe. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class SpeechToText extends Engine {
  /** For plugins. */
  protected SpeechToText() {}

  /** What the streams of this engine can do; constant. */
  public abstract SttCapabilities capabilities();

  /**
   * Opens a stream. Returns at once: audio may be offered right away and is kept until the vendor
   * is ready. A failure to connect comes as {@link SttListener#onClosed}.
   */
  public abstract SttStream open(SttRequest request, SttListener listener);

  /**
   * The engines to be tried one after another, best first: this one, unless it was made by {@link
   * #withFallback}.
   *
   * <p>Sessions choose among them: who fails is tried again or relieved where it stopped.
   */
  public List<SpeechToText> alternatives() {
    return List.of(this);
  }

  /**
   * Returns an engine that is {@code first} as long as it works, and otherwise the next that does.
   */
  public static SpeechToText withFallback(SpeechToText first, SpeechToText... others) {
    return new SpeechToTextWithFallback(first, others);
  }
}
