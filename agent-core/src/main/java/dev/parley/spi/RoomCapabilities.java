package dev.parley.spi;

import dev.parley.audio.AudioFormat;
import java.time.Duration;
import java.util.Objects;
import org.apiguardian.api.API;

/**
 * What a room hears and can do with the agent's voice.
 *
 * @param input the shape of the participants' frames; 16 kHz mono spares everybody work
 * @param output the shape of the frames that the room takes
 * @param lead how much audio the room wants ahead of time, to fill the buffers on the way: the
 *     engine sends that much at once, then a frame every 20 ms. Zero: none
 * @param pausable whether the agent can fall silent within a reply and go on: {@link Room#clear}
 *     takes effect at once and {@link Room#buffered} is exact to a word or so. Without it the
 *     engine never pauses, it ducks and interrupts
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RoomCapabilities(
    AudioFormat input, AudioFormat output, Duration lead, boolean pausable) {
  /** Checks the values. */
  public RoomCapabilities {
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(output, "output");
    if (lead.isNegative() || lead.compareTo(Duration.ofSeconds(1)) > 0) {
      throw new IllegalArgumentException("lead is " + lead + ", must be 0 to 1 s");
    }
  }
}
