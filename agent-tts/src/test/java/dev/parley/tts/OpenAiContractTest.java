package dev.parley.tts;

import dev.parley.spi.PluginContext;
import dev.parley.spi.TextToSpeech;
import dev.parley.testkit.contract.TextToSpeechContract;
import dev.parley.testkit.tts.VoiceVendor;
import org.junit.jupiter.api.AfterEach;

class OpenAiContractTest extends TextToSpeechContract {
  private final VoiceVendor vendor = VoiceVendor.openAi();

  @Override
  protected TextToSpeech newEngine() {
    return OpenAiTts.builder().baseUrl(vendor.url() + "/v1").build();
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
