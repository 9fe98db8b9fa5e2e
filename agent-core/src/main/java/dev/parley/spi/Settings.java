package dev.parley.spi;

import java.time.Duration;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The values of a plugin's settings. Implemented by Parley, not by plugins.
 *
 * <p>Errors name the setting, its variable and the value, unless it is a secret.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Settings {
  /** The value, or its default; empty when there is neither. Blank counts as not given. */
  Optional<String> find(Setting setting);

  /** The value, or its default. @throws IllegalArgumentException when there is neither */
  String get(Setting setting);

  /** The value as a whole number. @throws IllegalArgumentException when it is none */
  int getInt(Setting setting);

  /** The value as a number. @throws IllegalArgumentException when it is none */
  double getDouble(Setting setting);

  /**
   * The value as {@code true} or {@code false}. @throws IllegalArgumentException when it is neither
   */
  boolean getBoolean(Setting setting);

  /**
   * The value as {@code 500ms}, {@code 1.5s} or {@code 2m}. @throws IllegalArgumentException when
   * it is none
   */
  Duration getDuration(Setting setting);
}
