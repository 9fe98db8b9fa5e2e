package dev.parley.brain.langchain4j;

import dev.parley.spi.Usage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What models cost, in one currency of your choice. Immutable.
 *
 * <p>Parley knows no prices: vendors change them.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Prices {
  private static final double MILLION = 1_000_000;

  private final Map<String, Price> byName;

  private record Price(double input, double cached, double output) {
    double of(Usage usage) {
      int fresh = usage.inputTokens() - usage.cachedTokens();
      return (fresh * input + usage.cachedTokens() * cached + usage.outputTokens() * output)
          / MILLION;
    }
  }

  private Prices(Map<String, Price> byName) {
    this.byName = Map.copyOf(byName);
  }

  /** Returns a builder of an empty table. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * What a request has cost; empty when the model is not in the table.
   *
   * @param model as the server named it; {@code gpt-x-2026-04-14} finds the price of {@code gpt-x}
   */
  public OptionalDouble of(@Nullable String model, Usage usage) {
    Price price = price(model);
    return price == null ? OptionalDouble.empty() : OptionalDouble.of(price.of(usage));
  }

  private @Nullable Price price(@Nullable String model) {
    String best = null;
    for (String name : byName.keySet()) {
      boolean fits = (model == null ? "" : model).startsWith(name);
      if (fits && (best == null || name.length() > best.length())) {
        best = name;
      }
    }
    return best == null ? null : byName.get(best);
  }

  /** Builds price tables. Not thread-safe. */
  public static final class Builder {
    private final Map<String, Price> byName = new LinkedHashMap<>();

    private Builder() {}

    /**
     * Adds a model.
     *
     * @param name as the server names it, or the beginning of it; empty for any model
     * @param inputPerMillion price of a million tokens read
     * @param cachedPerMillion price of a million tokens read from the vendor's cache
     * @param outputPerMillion price of a million tokens written
     */
    public Builder model(
        String name, double inputPerMillion, double cachedPerMillion, double outputPerMillion) {
      if (inputPerMillion < 0 || cachedPerMillion < 0 || outputPerMillion < 0) {
        throw new IllegalArgumentException("a price of '" + name + "' is negative; use 0 or more");
      }
      byName.put(
          Objects.requireNonNull(name, "name"),
          new Price(inputPerMillion, cachedPerMillion, outputPerMillion));
      return this;
    }

    /** Builds the table. */
    public Prices build() {
      return new Prices(byName);
    }
  }
}
