package dev.parley.spi;

import dev.parley.audio.AudioFormat;
import java.util.Objects;
import org.apiguardian.api.API;

/**
 * Whose voice is to be detected. Immutable.
 *
 * @param participant whose sound it is
 * @param format the shape of all frames that will be offered
 * @param context what the session lends
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record VadRequest(Participant participant, AudioFormat format, PluginContext context) {
  /** Checks that nothing is missing. */
  public VadRequest {
    Objects.requireNonNull(participant, "participant");
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(context, "context");
  }
}
