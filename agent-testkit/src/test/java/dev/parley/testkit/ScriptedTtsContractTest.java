package dev.parley.testkit;

import dev.parley.spi.PluginContext;
import dev.parley.spi.TextToSpeech;
import dev.parley.testkit.contract.TextToSpeechContract;

class ScriptedTtsContractTest extends TextToSpeechContract {
  @Override
  protected TextToSpeech newEngine() {
    return ScriptedTts.builder().build();
  }

  @Override
  protected PluginContext newContext() {
    return TestContexts.under(new ManualClock());
  }
}
