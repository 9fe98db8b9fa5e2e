package dev.parley.brain.langchain4j;

import dev.parley.spi.Usage;

/** What a session has spent so far. Thread-safe. */
final class Ledger {
  private double cost;
  private long tokens;

  synchronized void add(Usage usage, double price) {
    cost += price;
    tokens += usage.inputTokens() + usage.outputTokens();
  }

  synchronized double cost() {
    return cost;
  }

  /** Whether a request that costs so much at most stays within the budget. */
  synchronized boolean allows(SessionBudget budget, Usage most, double price) {
    return budget.isInTokens()
        ? tokens + most.inputTokens() + most.outputTokens() <= budget.limit()
        : cost + price <= budget.limit();
  }
}
