package dev.parley.local.script;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * How prices are spoken.
 *
 * @param unit one of the large unit, {@code euro}
 * @param units several, {@code euros}
 * @param hundredth one of the small unit, {@code cent}
 * @param hundredths several, {@code cents}
 */
public record Money(String unit, String units, String hundredth, String hundredths) {
  /** Dollars and cents. */
  public static final Money DOLLARS = new Money("dollar", "dollars", "cent", "cents");

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Checks that nothing is missing. */
  public Money {
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(units, "units");
    Objects.requireNonNull(hundredth, "hundredth");
    Objects.requireNonNull(hundredths, "hundredths");
  }

  /** Says an amount: {@code 7 euros and 50 cents}. */
  public String spoken(BigDecimal amount) {
    long all = amount.multiply(HUNDRED).setScale(0, RoundingMode.HALF_UP).longValueExact();
    long large = all / 100;
    long small = all % 100;
    if (small == 0) {
      return large + " " + (large == 1 ? unit : units);
    }
    String rest = small + " " + (small == 1 ? hundredth : hundredths);
    return large == 0 ? rest : large + " " + (large == 1 ? unit : units) + " and " + rest;
  }
}
