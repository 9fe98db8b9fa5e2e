package dev.parley.testkit;

import dev.parley.audio.AudioFrame;
import dev.parley.spi.PluginContext;
import dev.parley.spi.VoiceActivityDetector;
import dev.parley.testkit.contract.VoiceActivityDetectorContract;
import java.time.Duration;

class ScriptedVadContractTest extends VoiceActivityDetectorContract {
  private static final Sound SOUND = Sound.at(Duration.ZERO).lasts(Duration.ofMillis(1200)).build();

  @Override
  protected VoiceActivityDetector newEngine() {
    return ScriptedVad.builder(Talk.of(SOUND)).build();
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
