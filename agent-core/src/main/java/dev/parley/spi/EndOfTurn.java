package dev.parley.spi;

import org.apiguardian.api.API;

/**
 * A recogniser's verdict that a turn is over.
 *
 * @param confidence how sure it is, 0 to 1; 1 where the recogniser does not say
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record EndOfTurn(double confidence) {
  /** A verdict without a figure. */
  public static final EndOfTurn CERTAIN = new EndOfTurn(1);
}
