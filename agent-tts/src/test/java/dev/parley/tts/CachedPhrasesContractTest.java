package dev.parley.tts;

import dev.parley.spi.PluginContext;
import dev.parley.spi.TextToSpeech;
import dev.parley.testkit.contract.TextToSpeechContract;
import dev.parley.testkit.tts.VoiceVendor;
import org.junit.jupiter.api.AfterEach;

class CachedPhrasesContractTest extends TextToSpeechContract {
  private final VoiceVendor vendor = VoiceVendor.cartesia();

  @Override
  protected TextToSpeech newEngine() {
    return CachedPhrases.around(CartesiaTts.builder().apiKey("k").baseUrl(vendor.url()).build())
        .timesSaid(1)
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
