package dev.parley.brain.langchain4j;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.parley.spi.PluginMetric;
import dev.parley.spi.ReplyListener;
import dev.parley.spi.Usage;
import org.jspecify.annotations.Nullable;

/** Reckons what a session's requests cost, and whether the next one may. Thread-safe. */
final class Accounts {
  /** What a spoken answer may be at most, when no limit is set: some five minutes of speech. */
  private static final int LONGEST_ANSWER_TOKENS = 1_000;

  private final String name;
  private final Prices prices;
  private final @Nullable SessionBudget budget;

  Accounts(String name, Prices prices, @Nullable SessionBudget budget) {
    this.name = name;
    this.prices = prices;
    this.budget = budget;
  }

  /** The last words when the request would cost more than is left, otherwise null. */
  @Nullable String farewell(Ledger ledger, ChatRequest request, @Nullable String model) {
    if (budget == null) {
      return null;
    }
    Integer limit = request.maxOutputTokens();
    var most =
        new Usage(TokenEstimate.input(request), 0, limit == null ? LONGEST_ANSWER_TOKENS : limit);
    return ledger.allows(budget, most, prices.of(model, most).orElse(0)) ? null : budget.farewell();
  }

  /** Enters what a request has cost, and tells it. */
  void enter(Ledger ledger, @Nullable String model, Usage usage, Delivery delivery) {
    var price = prices.of(model, usage);
    ledger.add(usage, price.orElse(0));
    delivery.tell(each -> each.onUsage(usage));
    if (price.isPresent()) {
      tell(delivery, "cost", price.getAsDouble());
      tell(delivery, "session.cost", ledger.cost());
    }
  }

  /** Enters an estimate of what a request has cost that was cut off. */
  void estimate(Ledger ledger, @Nullable String model, Usage usage) {
    ledger.add(usage, prices.of(model, usage).orElse(0));
  }

  /** Tells a figure. */
  void tell(Delivery delivery, String figure, double value) {
    delivery.tell(
        (ReplyListener each) -> each.onMetric(new PluginMetric(name + "." + figure, value)));
  }
}
