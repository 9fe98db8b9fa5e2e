package dev.parley.testkit;

import dev.parley.spi.Setting;
import dev.parley.spi.Settings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/** Settings whose values a test gives, by key; nothing comes from the environment. Immutable. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class FixedSettings implements Settings {
  private static final Pattern DURATION = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(ms|s|m)");

  private final Map<String, String> values;

  private FixedSettings(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /** Returns settings of which all have their defaults. */
  public static FixedSettings of() {
    return of(Map.of());
  }

  /** Returns settings with these values by key, such as {@code assemblyai-api-key}. */
  public static FixedSettings of(Map<String, String> values) {
    return new FixedSettings(values);
  }

  @Override
  public Optional<String> find(Setting setting) {
    return Optional.ofNullable(values.get(setting.key()))
        .filter(value -> !value.isBlank())
        .or(setting::defaultValue)
        .map(value -> checked(setting, value));
  }

  private static String checked(Setting setting, String value) {
    if (!setting.choices().isEmpty() && !setting.choices().contains(value)) {
      throw wrong(setting, value, "one of " + setting.choices());
    }
    return value;
  }

  @Override
  public String get(Setting setting) {
    return find(setting)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--"
                        + setting.key()
                        + " is missing; set it or the environment variable "
                        + setting.variable()));
  }

  @Override
  public int getInt(Setting setting) {
    return parse(setting, Integer::valueOf, "a whole number");
  }

  @Override
  public double getDouble(Setting setting) {
    return parse(setting, Double::valueOf, "a number");
  }

  @Override
  public boolean getBoolean(Setting setting) {
    return parse(setting, FixedSettings::booleanOf, "true or false");
  }

  @Override
  public Duration getDuration(Setting setting) {
    return parse(setting, FixedSettings::durationOf, "a time such as 500ms, 1.5s or 2m");
  }

  private <T> T parse(Setting setting, Function<String, T> parser, String form) {
    String value = get(setting);
    try {
      return parser.apply(value);
    } catch (IllegalArgumentException e) {
      throw wrong(setting, value, form);
    }
  }

  private static boolean booleanOf(String value) {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(value);
    };
  }

  private static Duration durationOf(String value) {
    Matcher matcher = DURATION.matcher(value);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(value);
    }
    double unit =
        switch (matcher.group(2)) {
          case "ms" -> 1e6;
          case "s" -> 1e9;
          default -> 60e9;
        };
    return Duration.ofNanos(Math.round(Double.parseDouble(matcher.group(1)) * unit));
  }

  private static IllegalArgumentException wrong(Setting setting, String value, String form) {
    String shown = setting.secret() ? "a secret" : "'" + value + "'";
    return new IllegalArgumentException(
        "--" + setting.key() + " (" + setting.variable() + ") is " + shown + ", must be " + form);
  }

  /** Tells the keys that were given, never a value. */
  @Override
  public String toString() {
    return "FixedSettings" + values.keySet();
  }
}
