package dev.parley.testkit;

import dev.parley.ToolSpec;
import dev.parley.spi.Brain;
import dev.parley.spi.PluginContext;
import dev.parley.testkit.contract.BrainContract;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class ScriptedBrainContractTest extends BrainContract {
  @Override
  protected Brain newEngine() {
    return ScriptedBrain.builder()
        .line(question(), "It is noon.")
        .line(BrainLine.hears("Book a table.").calls("c1", "book", Map.of("day", "monday")).build())
        .build();
  }

  @Override
  protected PluginContext newContext() {
    return TestContexts.under(new ManualClock());
  }

  @Override
  protected Optional<ToolQuestion> toolQuestion() {
    return Optional.of(
        new ToolQuestion("Book a table.", List.of(ToolSpec.builder("book").build())));
  }
}
