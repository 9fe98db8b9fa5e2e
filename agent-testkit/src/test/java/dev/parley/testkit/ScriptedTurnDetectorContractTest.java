package dev.parley.testkit;

import dev.parley.spi.PluginContext;
import dev.parley.spi.TurnDetector;
import dev.parley.testkit.contract.TurnDetectorContract;
import java.util.HashMap;
import java.util.List;

class ScriptedTurnDetectorContractTest extends TurnDetectorContract {
  @Override
  protected TurnDetector newEngine() {
    var probabilities = new HashMap<String, Double>();
    for (String text : List.of("no", "?", "a ".repeat(2_000), "Hä? 你好。 ¿Qué?", "Two.")) {
      probabilities.put(text, 0.5);
    }
    probabilities.put(finished(), 1.0);
    probabilities.put(unfinished(), 0.1);
    return ScriptedTurnDetector.of(probabilities);
  }

  @Override
  protected PluginContext newContext() {
    return TestContexts.under(new ManualClock());
  }
}
