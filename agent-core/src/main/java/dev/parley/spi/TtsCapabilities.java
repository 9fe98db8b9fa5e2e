package dev.parley.spi;

import dev.parley.audio.AudioFormat;
import java.util.Objects;
import org.apiguardian.api.API;

/**
 * What a voice can do.
 *
 * @param output the shape of the audio it speaks
 * @param inputStreaming whether text may be handed over word by word; otherwise the engine hands
 *     over whole sentences
 * @param wordTimes whether it tells when each word sounds
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record TtsCapabilities(AudioFormat output, boolean inputStreaming, boolean wordTimes) {
  /** Checks that nothing is missing. */
  public TtsCapabilities {
    Objects.requireNonNull(output, "output");
  }
}
