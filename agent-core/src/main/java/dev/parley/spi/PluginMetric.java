package dev.parley.spi;

import java.util.Objects;
import org.apiguardian.api.API;

/**
 * A figure that a plugin measured.
 *
 * @param name lower case with dots, the plugin's name first, the unit last if it has one: {@code
 *     assemblyai.reconnects}, {@code elevenlabs.time_to_first_byte.seconds}
 * @param value the figure; durations in seconds
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record PluginMetric(String name, double value) {
  /** Checks the name. */
  public PluginMetric {
    Objects.requireNonNull(name, "name");
  }
}
