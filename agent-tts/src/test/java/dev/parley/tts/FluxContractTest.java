package dev.parley.tts;

import dev.parley.spi.PluginContext;
import dev.parley.spi.TextToSpeech;
import dev.parley.testkit.contract.TextToSpeechContract;
import dev.parley.testkit.tts.VoiceVendor;
import org.junit.jupiter.api.AfterEach;

class FluxContractTest extends TextToSpeechContract {
  private final VoiceVendor vendor = VoiceVendor.flux();

  @Override
  protected TextToSpeech newEngine() {
    return DeepgramTts.builder().apiKey("k").baseUrl(vendor.url()).build();
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
