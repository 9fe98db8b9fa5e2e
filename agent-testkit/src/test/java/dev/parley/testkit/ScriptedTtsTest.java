package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.spi.TtsRequest;
import dev.parley.spi.TtsStream;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScriptedTtsTest {
  private final ManualClock clock = new ManualClock();
  private final Journal journal = new Journal(clock);

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }

  private TtsStream open(ScriptedTts tts) {
    return tts.open(new TtsRequest(1, null, TestContexts.under(clock)), journal.tts());
  }

  @Test
  void aPieceComesWholeAndItsWordsSoundCharacterByCharacter() {
    TtsStream stream = open(ScriptedTts.builder().build());
    stream.offer("I am fine. ");
    clock.advance(millis(50));
    stream.offer("And you?");
    stream.finish();
    clock.advance(millis(1000));
    assertThat(journal.lines())
        .containsExactly(
            "200 word I 0-60",
            "200 word am 120-240",
            "200 word fine. 300-600",
            "200 audio 600",
            "200 spoken 0",
            "250 word And 600-780",
            "250 word you? 840-1080",
            "250 audio 480",
            "250 spoken 1",
            "250 closed FINISHED");
  }

  @Test
  void piecesShareTheLengthOfTheWholeTextByTheirCharacters() {
    TtsStream stream =
        open(
            ScriptedTts.builder()
                .wordTimes(false)
                .sounds(Map.of("I am fine. And you?", millis(1800)))
                .build());
    stream.offer("I am fine. ");
    stream.offer("And you?");
    clock.advance(millis(1000));
    assertThat(journal.lines()).contains("200 audio 1000", "200 audio 800");
  }

  @Test
  void aTextThatIsTheBeginningOfAnotherIsToldApartByItsEnd() {
    var sounds = Map.of("Yes.", millis(1000), "Yes. Sure.", millis(4500));
    TtsStream stream = open(ScriptedTts.builder().wordTimes(false).sounds(sounds).build());
    stream.offer("Yes. ");
    stream.offer("Sure.");
    stream.offer("Yes.");
    clock.advance(millis(1000));
    assertThat(journal.lines()).contains("200 audio 2000", "200 audio 2500", "200 audio 1000");
  }

  @Test
  void theRestOfATextSoundsAsLongAsItsShare() {
    TtsStream stream =
        open(
            ScriptedTts.builder()
                .wordTimes(false)
                .sounds(Map.of("one two three four", millis(1800)))
                .build());
    stream.offer("three four");
    clock.advance(millis(1000));
    assertThat(journal.lines()).contains("200 audio 1000");
  }

  @Test
  void failingBeforeAudioGivesNothing() {
    ScriptedTts tts = ScriptedTts.builder().failsBeforeAudio(1).build();
    open(tts).offer("Hello.");
    clock.advance(millis(1000));
    assertThat(journal.lines()).containsExactly("200 closed FAILED");
    open(tts).offer("Hello.");
    clock.advance(millis(1000));
    assertThat(journal.lines()).contains("1200 audio 360");
  }

  @Test
  void failingLaterGivesSoMuchAudioFirst() {
    TtsStream stream =
        open(ScriptedTts.builder().failsAfter(millis(700), Integer.MAX_VALUE).build());
    stream.offer("I am fine. ");
    stream.offer("And you?");
    clock.advance(millis(1000));
    assertThat(journal.lines())
        .endsWith("200 spoken 0", "200 word And 600-780", "200 audio 100", "200 closed FAILED");
  }

  @Test
  void closingFallsSilent() {
    TtsStream stream = open(ScriptedTts.builder().build());
    stream.offer("Hello.");
    stream.close();
    clock.advance(millis(1000));
    assertThat(journal.lines()).containsExactly("0 closed CANCELLED");
  }
}
