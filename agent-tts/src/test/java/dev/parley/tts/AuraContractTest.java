package dev.parley.tts;

import dev.parley.spi.PluginContext;
import dev.parley.spi.TextToSpeech;
import dev.parley.testkit.contract.TextToSpeechContract;
import dev.parley.testkit.tts.VoiceVendor;
import org.junit.jupiter.api.AfterEach;

class AuraContractTest extends TextToSpeechContract {
  private final VoiceVendor vendor = VoiceVendor.aura();

  @Override
  protected TextToSpeech newEngine() {
    return DeepgramTts.builder()
        .apiKey("k")
        .model("aura-2-thalia-en")
        .baseUrl(vendor.url())
        .build();
  }

  @Override
  protected PluginContext newContext() {
    return StillClock.session("contract");
  }

  @AfterEach
  void closeVendor() {
    vendor.close();
  }
}
