package dev.parley.testkit;

import dev.parley.audio.AudioFrame;
import dev.parley.spi.PluginContext;
import dev.parley.spi.SpeechToText;
import dev.parley.testkit.contract.SpeechToTextContract;
import java.time.Duration;

class ScriptedSttContractTest extends SpeechToTextContract {
  private static final Sound SOUND =
      Sound.at(Duration.ZERO)
          .says("Hello, how are you?")
          .interim(Duration.ofMillis(600), "hello")
          .build();

  @Override
  protected SpeechToText newEngine() {
    return ScriptedStt.builder(Talk.of(SOUND)).build();
  }

  @Override
  protected PluginContext newContext() {
    return TestContexts.under(new ManualClock());
  }

  @Override
  protected AudioFrame speech() {
    return SoundAudio.whole(0, SOUND);
  }
}
