package dev.parley.brain.langchain4j;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import dev.parley.spi.PluginMetric;
import dev.parley.spi.ReplyListener;
import dev.parley.spi.Usage;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Reckons what a session's requests cost, and whether the next one may. Thread-safe. */
final class Accounts {
  /** What a spoken answer may be at most, when no limit is set: some five minutes of speech. */
  private static final int LONGEST_ANSWER_TOKENS = 1_000;

  private final String name;
  private final Prices prices;
  private final @Nullable SessionBudget budget;
  private final ChatRequestParameters defaults;

  Accounts(
      String name, Prices prices, @Nullable SessionBudget budget, ChatRequestParameters defaults) {
    this.name = name;
    this.prices = prices;
    this.budget = budget;
    this.defaults = defaults;
  }

  /** Refuses a budget that cannot be reckoned for want of a price. */
  void checkPrice(ChatRequestParameters parameters) {
    String model = firstGiven(parameters.modelName(), defaults.modelName());
    boolean counted = budget == null || budget.isInTokens();
    if (!counted && prices.of(model, new Usage(0, 0, 0)).isEmpty()) {
      throw new IllegalArgumentException(
          "the session's budget is an amount of money, but there is no price of "
              + (model == null ? "a model without a name" : "the model '" + model + "'")
              + "; add it to prices(...), or use SessionBudget.tokens");
    }
  }

  private static <T> @Nullable T firstGiven(@Nullable T own, @Nullable T other) {
    return own == null ? other : own;
  }

  /** The last words when the request would cost more than is left, otherwise null. */
  @Nullable String farewell(Ledger ledger, ChatRequest request) {
    if (budget == null) {
      return null;
    }
    checkPrice(request.parameters());
    Integer limit = firstGiven(limit(request.parameters()), limit(defaults));
    var most =
        new Usage(TokenEstimate.input(request), 0, limit == null ? LONGEST_ANSWER_TOKENS : limit);
    double price = prices.of(model(request), most).orElse(0);
    return ledger.allows(budget, most, price) ? null : budget.farewell();
  }

  private static @Nullable Integer limit(ChatRequestParameters parameters) {
    Integer openAis =
        parameters instanceof OpenAiChatRequestParameters own ? own.maxCompletionTokens() : null;
    return firstGiven(openAis, parameters.maxOutputTokens());
  }

  private @Nullable String model(ChatRequest request) {
    return firstGiven(request.modelName(), defaults.modelName());
  }

  /**
   * Enters what a request has cost, and tells it.
   *
   * @param told the model as the server named it, or null
   */
  void enter(
      Ledger ledger, ChatRequest request, @Nullable String told, Usage usage, Delivery delivery) {
    OptionalDouble own = told == null ? OptionalDouble.empty() : prices.of(told, usage);
    OptionalDouble price = own.isPresent() ? own : prices.of(model(request), usage);
    ledger.add(usage, price.orElse(0));
    delivery.tell(each -> each.onUsage(usage));
    if (price.isPresent()) {
      tell(delivery, "cost", price.getAsDouble());
      tell(delivery, "session.cost", ledger.cost());
    }
  }

  /** Enters an estimate of what a request has cost that was cut off. */
  void estimate(Ledger ledger, ChatRequest request, Usage usage) {
    ledger.add(usage, prices.of(model(request), usage).orElse(0));
  }

  /** Tells a figure. */
  void tell(Delivery delivery, String figure, double value) {
    delivery.tell(
        (ReplyListener each) -> each.onMetric(new PluginMetric(name + "." + figure, value)));
  }
}
