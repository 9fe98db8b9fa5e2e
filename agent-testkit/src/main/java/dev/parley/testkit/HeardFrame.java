package dev.parley.testkit;

import java.time.Duration;
import org.apiguardian.api.API;

/**
 * A stretch of the agent's voice as the people in a fake room heard it.
 *
 * @param from when it began to be heard, counted from the joining
 * @param to when it was over, or was cut
 * @param gain how loud its loudest sample was against the full voice of {@link ScriptedTts}: 1
 *     undiminished, 0.25 ducked by 12 dB, 0 silence
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record HeardFrame(Duration from, Duration to, double gain) {
  /** Whether there was anything to hear. */
  public boolean sounds() {
    return gain > 0;
  }

  /** Whether any of it was heard between two moments. */
  public boolean within(Duration start, Duration end) {
    return from.compareTo(end) < 0 && to.compareTo(start) > 0;
  }
}
