package dev.parley.testkit;

import dev.parley.AgentException;
import dev.parley.ErrorKind;
import dev.parley.spi.TurnDetector;
import dev.parley.spi.TurnQuery;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Knows of certain texts how likely it is that they are finished; of all others it says that it
 * does not know. Thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ScriptedTurnDetector extends TurnDetector {
  private final Map<String, Double> probabilities = new HashMap<>();

  private ScriptedTurnDetector(Map<String, Double> probabilities) {
    probabilities.forEach(
        (text, probability) -> this.probabilities.put(Spaces.collapse(text), checked(probability)));
  }

  private static double checked(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("a probability is " + probability + ", must be 0 to 1");
    }
    return probability;
  }

  /** Returns a detector that knows these texts; white space does not matter. */
  public static ScriptedTurnDetector of(Map<String, Double> probabilities) {
    return new ScriptedTurnDetector(probabilities);
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public CompletionStage<Double> judge(TurnQuery query) {
    @Nullable Double probability = probabilities.get(Spaces.collapse(query.text()));
    if (probability == null) {
      return CompletableFuture.failedStage(
          new AgentException(
              ErrorKind.MISSING,
              "the script has no probability for a text of "
                  + query.text().length()
                  + " characters"));
    }
    return CompletableFuture.completedStage(probability);
  }
}
