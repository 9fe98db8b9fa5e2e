package dev.parley.tts;

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

  @AfterEach
  void closeVendor() {
    vendor.close();
  }
}
