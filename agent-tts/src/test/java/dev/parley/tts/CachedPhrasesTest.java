package dev.parley.tts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.spi.CloseReason;
import dev.parley.spi.TextToSpeech;
import dev.parley.spi.TtsRequest;
import dev.parley.spi.TtsStream;
import dev.parley.spi.Word;
import dev.parley.testkit.RecordingTtsListener;
import dev.parley.testkit.tts.VoiceVendor;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CachedPhrasesTest {
  private final VoiceVendor vendor = VoiceVendor.cartesia();

  @AfterEach
  void close() {
    vendor.close();
  }

  private CachedPhrases.Builder cache() {
    return CachedPhrases.around(CartesiaTts.builder().apiKey("k").baseUrl(vendor.url()).build());
  }

  private static RecordingTtsListener say(CachedPhrases voice, String... pieces) {
    var heard = new RecordingTtsListener();
    TtsStream stream = voice.open(new TtsRequest(1, null, StillClock.session("a")), heard);
    for (String piece : pieces) {
      stream.offer(piece);
    }
    stream.finish();
    assertThat(heard.log().awaitClosed().kind()).isEqualTo(CloseReason.Kind.FINISHED);
    return heard;
  }

  private static void awaitSize(CachedPhrases voice, int size) {
    new RecordingTtsListener().log().await("phrases", () -> voice.size() == size);
  }

  @Test
  void whatWasSaidTwiceIsKeptWithItsWordTimes() {
    try (CachedPhrases voice = cache().build()) {
      RecordingTtsListener first = say(voice, "Hello there. ");
      assertThat(voice.size()).isZero();
      say(voice, "Hello there. ");
      awaitSize(voice, 1);
      int messages = vendor.messages().size();

      RecordingTtsListener kept = say(voice, "Hello there. ");
      assertThat(vendor.messages()).hasSize(messages);
      assertThat(kept.words()).isEqualTo(first.words());
      assertThat(kept.spoken()).containsExactly(0);
      assertThat(voice.hits()).isEqualTo(1);
    }
  }

  @Test
  void givenPhrasesAreSpokenInAdvanceSentenceBySentence() {
    try (CachedPhrases voice = cache().phrase("Hello there. How can I help?").build()) {
      voice.warmUp(StillClock.session("a"));
      awaitSize(voice, 2);
      int messages = vendor.messages().size();
      say(voice, "Hello there. ", "How can I help?");
      assertThat(vendor.messages()).hasSize(messages);
    }
  }

  @Test
  void theVoiceGoesOnBehindAKeptPhrase() {
    try (CachedPhrases voice = cache().phrase("Hello there.").build()) {
      voice.warmUp(StillClock.session("a"));
      awaitSize(voice, 1);
      RecordingTtsListener heard = say(voice, "Hello there. ", "How are you? ");
      assertThat(heard.words())
          .extracting(Word::text)
          .containsExactly("Hello", "there.", "How", "are", "you?");
      assertThat(heard.words().get(2).start()).isGreaterThanOrEqualTo(Duration.ofMillis(120));
      assertThat(heard.spoken()).endsWith(1);
    }
  }

  @Test
  void noMorePhrasesAreKeptThanAllowed() {
    try (CachedPhrases voice = cache().timesSaid(1).mostPhrases(2).build()) {
      for (int i = 0; i < 6; i++) {
        String text = "Phrase number " + i + ".";
        say(voice, text);
        awaitSize(voice, Math.min(2, i + 1));
      }
      assertThat(voice.size()).isEqualTo(2);
    }
  }

  @Test
  void aPhraseIsKeptForEachLanguageByItself() {
    try (CachedPhrases voice = cache().timesSaid(1).build()) {
      say(voice, "Hello.");
      awaitSize(voice, 1);
      var heard = new RecordingTtsListener();
      TtsStream stream = voice.open(new TtsRequest(2, "de", StillClock.session("a")), heard);
      stream.offer("Hello.");
      stream.finish();
      assertThat(heard.log().awaitClosed().kind()).isEqualTo(CloseReason.Kind.FINISHED);
      awaitSize(voice, 2);
      assertThat(voice.hits()).isZero();
      assertThat(vendor.messages().stream().filter(each -> each.contains("\"language\":\"de\"")))
          .hasSize(4); // the text and its end, for the reply and for the store
    }
  }

  @Test
  void aVoiceWithFallbacksIsRefused() {
    try (CachedPhrases voice = cache().build()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> CachedPhrases.around(TextToSpeech.withFallback(voice, voice)).build())
          .withMessageContaining("cartesia");
    }
  }

  @Test
  void longTextsAreNotKept() {
    try (CachedPhrases voice = cache().timesSaid(1).longestPhrase(5).build()) {
      say(voice, "Hello there. ");
      say(voice, "Hello there. ");
      assertThat(voice.size()).isZero();
    }
  }
}
