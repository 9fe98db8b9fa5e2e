package dev.parley.spi;

import dev.parley.audio.AudioFormat;
import java.util.List;
import java.util.Objects;
import org.apiguardian.api.API;

/**
 * What a session wants recognised. Immutable.
 *
 * @param participant whose speech it is
 * @param format the shape of all frames that will be offered
 * @param keyterms names and words to expect, most important first; a recogniser takes as many as it
 *     can
 * @param context what the session lends
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record SttRequest(
    Participant participant, AudioFormat format, List<String> keyterms, PluginContext context) {
  /** Copies the list. */
  public SttRequest {
    Objects.requireNonNull(participant, "participant");
    Objects.requireNonNull(format, "format");
    keyterms = List.copyOf(keyterms);
    Objects.requireNonNull(context, "context");
  }
}
