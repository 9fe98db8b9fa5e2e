package dev.parley.internal.config;

import dev.parley.spi.Setting;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads values as numbers, switches and durations. */
public final class Typed {
  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d+)?([eE][-+]?\\d{1,3})?");
  private static final Pattern DURATION = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,9})?) ?(ms|s|m)");

  private Typed() {}

  /** Reads a whole number. */
  public static int wholeNumber(Setting setting, Given given) {
    try {
      return Integer.parseInt(given.text());
    } catch (NumberFormatException notWhole) {
      throw SettingProblem.wrong(setting, given, "a whole number of at most 9 digits");
    }
  }

  /** Reads a number. */
  public static double number(Setting setting, Given given) {
    if (NUMBER.matcher(given.text()).matches()) {
      double number = Double.parseDouble(given.text());
      if (Double.isFinite(number)) {
        return number;
      }
    }
    throw SettingProblem.wrong(setting, given, "a number such as 0.5");
  }

  /** Reads {@code true} or {@code false}, in capitals or not. */
  public static boolean truth(Setting setting, Given given) {
    return switch (given.text().toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw SettingProblem.wrong(setting, given, "true or false");
    };
  }

  /** Reads {@code 500ms}, {@code 1.5s} or {@code 2m}. */
  public static Duration duration(Setting setting, Given given) {
    Matcher matcher = DURATION.matcher(given.text());
    if (!matcher.matches()) {
      throw SettingProblem.wrong(setting, given, "a duration such as 500ms, 1.5s or 2m");
    }
    BigDecimal nanos =
        new BigDecimal(matcher.group(1)).movePointRight(9).multiply(unit(matcher.group(2)));
    var parts = nanos.toBigInteger().divideAndRemainder(BigDecimal.TEN.pow(9).toBigInteger());
    return Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValueExact());
  }

  private static BigDecimal unit(String name) {
    return switch (name) {
      case "ms" -> new BigDecimal("0.001");
      case "s" -> BigDecimal.ONE;
      default -> BigDecimal.valueOf(60);
    };
  }

  /** Checks the value against the choices of the setting. */
  public static Given choice(Setting setting, Given given) {
    if (!setting.choices().isEmpty() && !setting.choices().contains(given.text())) {
      throw SettingProblem.wrong(setting, given, "one of " + String.join(", ", setting.choices()));
    }
    return given;
  }
}
