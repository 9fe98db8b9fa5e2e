package dev.parley.spi;

import org.apiguardian.api.API;

/** Opens speech-to-text streams, one for each participant. Thread-safe. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class SpeechToText extends Engine {
  /** For plugins. */
  protected SpeechToText() {}

  /** What the streams of this engine can do; constant. */
  public abstract SttCapabilities capabilities();

  /**
   * Opens a stream. Returns at once: audio may be offered right away and is kept until the vendor is ready. A
   * failure to connect comes as {@link SttListener#onClosed}.
   */
  public abstract SttStream open(SttRequest request, SttListener listener);
}
