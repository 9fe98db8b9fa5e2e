package dev.parley.spi;

import java.util.concurrent.CompletionStage;
import org.apiguardian.api.API;

/** Tells how likely it is that a speaker has finished, from what was said. Thread-safe. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class TurnDetector extends Engine {
  /** For plugins. */
  protected TurnDetector() {}

  /**
   * Judges a text. Does not block.
   *
   * @return the probability that the thought is finished, 0 to 1; a failure counts as not knowing
   */
  public abstract CompletionStage<Double> judge(TurnQuery query);
}
