package dev.parley.testkit.scenario;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as scenarios write them: {@code 500ms}, {@code 1.5s}, {@code 2m}. */
final class Times {
  static final String FORM = "a time such as 500ms, 1.5s or 2m";

  private static final Pattern TIME = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)(ms|s|m)");
  private static final BigDecimal NANOS_A_SECOND = BigDecimal.valueOf(1_000_000_000L);

  private Times() {}

  static Optional<Duration> parse(String text) {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long nanosOfUnit =
        switch (matcher.group(2)) {
          case "ms" -> 1_000_000L;
          case "s" -> 1_000_000_000L;
          default -> 60_000_000_000L;
        };
    return Optional.of(
        Duration.ofNanos(
            new BigDecimal(matcher.group(1))
                .multiply(BigDecimal.valueOf(nanosOfUnit))
                .longValue()));
  }

  static double seconds(Duration time) {
    return BigDecimal.valueOf(time.toNanos()).divide(NANOS_A_SECOND).doubleValue();
  }

  /** Writes a time for reports, in seconds: {@code 1.5s}. */
  static String show(Duration time) {
    return BigDecimal.valueOf(time.toNanos())
            .divide(NANOS_A_SECOND)
            .stripTrailingZeros()
            .toPlainString()
        + "s";
  }
}
