package dev.parley.brain.langchain4j;

import java.util.Objects;
import org.apiguardian.api.API;

/**
 * What the models of one session may cost. Immutable.
 *
 * <p>Before each request the brain estimates what it will cost at most. If that is more than is
 * left, it says goodbye instead, and the session closes when that has been heard.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SessionBudget {
  private static final String FAREWELL =
      "I am sorry, our time is up and I have to end the call here. Goodbye!";

  private final double limit;
  private final boolean inTokens;
  private final String farewell;

  private SessionBudget(double limit, boolean inTokens, String farewell) {
    this.limit = limit;
    this.inTokens = inTokens;
    this.farewell = farewell;
  }

  /** Returns a budget of so many tokens, read and written together. */
  public static SessionBudget tokens(long tokens) {
    return new SessionBudget(checked((double) tokens), true, FAREWELL);
  }

  /** Returns a budget in the currency of the brain's {@link Prices}. */
  public static SessionBudget cost(double cost) {
    return new SessionBudget(checked(cost), false, FAREWELL);
  }

  private static double checked(double limit) {
    if (limit <= 0 || Double.isNaN(limit)) {
      throw new IllegalArgumentException("the budget is " + limit + ", must be more than 0");
    }
    return limit;
  }

  /** Returns the same budget with other last words; default a sentence in English. */
  public SessionBudget farewell(String words) {
    return new SessionBudget(limit, inTokens, Objects.requireNonNull(words, "words"));
  }

  double limit() {
    return limit;
  }

  boolean isInTokens() {
    return inTokens;
  }

  String farewell() {
    return farewell;
  }

  @Override
  public String toString() {
    return "SessionBudget[" + limit + (inTokens ? " tokens]" : "]");
  }
}
