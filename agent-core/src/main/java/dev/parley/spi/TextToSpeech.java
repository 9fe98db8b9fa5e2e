package dev.parley.spi;

import java.util.List;
import org.apiguardian.api.API;

/** Opens text-to-speech streams, one for each reply. Thread-safe. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class TextToSpeech extends Engine {
  /** For plugins. */
  protected TextToSpeech() {}

  /** What the streams of this engine can do; constant. */
  public abstract TtsCapabilities capabilities();

  /**
   * Opens a stream. Returns at once: text may be offered right away. Failures come as {@link
   * TtsListener#onClosed}.
   */
  public abstract TtsStream open(TtsRequest request, TtsListener listener);

  /**
   * Gets ready for a reply that is likely to come soon, such as by opening a connection. By default
   * nothing.
   */
  public void warmUp(PluginContext context) {}

  /**
   * The engines to be tried one after another, best first: this one, unless it was made by {@link
   * #withFallback}.
   *
   * <p>Sessions choose among them: who fails is tried again or relieved where it stopped.
   */
  public List<TextToSpeech> alternatives() {
    return List.of(this);
  }

  /**
   * Returns an engine that is {@code first} as long as it works, and otherwise the next that does.
   */
  public static TextToSpeech withFallback(TextToSpeech first, TextToSpeech... others) {
    return new TextToSpeechWithFallback(first, others);
  }
}
