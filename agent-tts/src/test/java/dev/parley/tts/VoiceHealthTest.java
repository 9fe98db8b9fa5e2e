package dev.parley.tts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ErrorKind;
import dev.parley.spi.CloseReason;
import dev.parley.spi.TextToSpeech;
import dev.parley.spi.TtsRequest;
import dev.parley.spi.TtsStream;
import dev.parley.testkit.ManualClock;
import dev.parley.testkit.RecordingTtsListener;
import dev.parley.testkit.TestContexts;
import dev.parley.testkit.tts.VoiceVendor;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A voice that does not speak is taken out, and comes back by a probe. */
class VoiceHealthTest {
  private final ManualClock clock = new ManualClock();

  private CloseReason say(TextToSpeech voice) {
    var heard = new RecordingTtsListener();
    TtsStream stream = voice.open(new TtsRequest(1, null, TestContexts.under(clock)), heard);
    stream.offer("Hello there. ");
    stream.finish();
    return heard.log().awaitClosed();
  }

  @Test
  void aVoiceThatFailsAgainAndAgainIsTakenOutUntilItAnswersAProbe() {
    try (VoiceVendor vendor = VoiceVendor.openAi();
        OpenAiTts voice = OpenAiTts.builder().baseUrl(vendor.url() + "/v1").retries(0).build()) {
      vendor.refuse(500, "{}");
      for (int reply = 0; reply < 3; reply++) {
        assertThat(say(voice).isFailure()).isTrue();
      }
      assertThat(vendor.requests()).isEqualTo(3);

      CloseReason refused = say(voice);
      assertThat(refused.error().orElseThrow()).hasMessageContaining("taken out");
      assertThat(refused.error().orElseThrow().kind()).isEqualTo(ErrorKind.SERVER);
      assertThat(vendor.requests()).as("no reply was sent").isEqualTo(3);

      clock.advance(Duration.ofSeconds(2));
      awaitRequests(vendor, 4);
      assertThat(say(voice).isFailure()).as("the probe failed").isTrue();

      vendor.recover();
      awaitBack(voice);
      assertThat(say(voice).kind()).isEqualTo(CloseReason.Kind.FINISHED);
    }
  }

  @Test
  void aWrongKeyTakesAVoiceOutAtOnce() {
    try (VoiceVendor vendor = VoiceVendor.flux();
        TextToSpeech voice = DeepgramTts.builder().apiKey("k").baseUrl(vendor.url()).build()) {
      vendor.refuse(401, "{\"err_code\":\"INVALID_AUTH\",\"err_msg\":\"bad key k\"}");
      assertThat(say(voice).isFailure()).isTrue();
      assertThat(say(voice).error().orElseThrow()).hasMessageContaining("taken out");
      assertThat(vendor.sockets()).isEqualTo(1);
    }
  }

  @Test
  void aTextThatIsRefusedDoesNotTakeTheVoiceOut() {
    try (VoiceVendor vendor = VoiceVendor.openAi();
        OpenAiTts voice = OpenAiTts.builder().baseUrl(vendor.url() + "/v1").build()) {
      vendor.refuse(400, "{}");
      for (int reply = 0; reply < 5; reply++) {
        assertThat(say(voice).error().orElseThrow().kind()).isEqualTo(ErrorKind.BAD_REQUEST);
      }
      vendor.recover();
      assertThat(say(voice).kind()).isEqualTo(CloseReason.Kind.FINISHED);
    }
  }

  @Test
  void aBusyVendorIsNotTakenOut() {
    try (VoiceVendor vendor = VoiceVendor.openAi();
        OpenAiTts voice = OpenAiTts.builder().baseUrl(vendor.url() + "/v1").retries(0).build()) {
      vendor.refuse(429, "{}");
      for (int reply = 0; reply < 5; reply++) {
        assertThat(say(voice).error().orElseThrow().kind()).isEqualTo(ErrorKind.RATE_LIMITED);
      }
      vendor.recover();
      assertThat(say(voice).kind()).isEqualTo(CloseReason.Kind.FINISHED);
    }
  }

  private void awaitRequests(VoiceVendor vendor, int requests) {
    new RecordingTtsListener().log().await("the probe", () -> vendor.requests() >= requests);
  }

  private void awaitBack(OpenAiTts voice) {
    new RecordingTtsListener()
        .log()
        .await(
            "the voice",
            () -> {
              clock.advance(Duration.ofSeconds(1));
              return voice.voice().out().isEmpty();
            });
  }
}
