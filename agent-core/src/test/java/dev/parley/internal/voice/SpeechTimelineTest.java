package dev.parley.internal.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpeechTimelineTest {
  private static final long MILLI = 1_000_000;

  private final SpeechTimeline timeline = new SpeechTimeline();

  private List<String> words(long receivedMillis) {
    return timeline.words(receivedMillis * MILLI).stream()
        .map(
            word ->
                timeline.text().substring(word.textStart(), word.textEnd())
                    + " "
                    + word.startNanos() / MILLI
                    + "-"
                    + word.endNanos() / MILLI)
        .toList();
  }

  @Test
  void wordsAreLookedForBehindEachOther() {
    timeline.addPiece("the cat and the dog");
    timeline.addWord(Voiced.word("the", 0, 100), 0, 0);
    timeline.addWord(Voiced.word(" cat ", 100, 300), 0, 0);
    timeline.addWord(Voiced.word("the", 500, 600), 0, 0);

    assertThat(words(1_000)).containsExactly("the 0-100", "cat 100-300", "the 500-600");
  }

  @Test
  void wordsThatAreSpokenDifferentlyThanWrittenAreLeftOut() {
    timeline.addPiece("it costs 5 €");
    timeline.addWord(Voiced.word("it", 0, 100), 0, 0);
    timeline.addWord(Voiced.word("five", 300, 500), 0, 0);
    timeline.addWord(Voiced.word(" ", 500, 510), 0, 0);
    timeline.addWord(Voiced.word("€", 500, 900), 0, 0);

    assertThat(words(1_000)).containsExactly("it 0-100", "€ 500-900");
  }

  @Test
  void aPieceWithoutTimesFollowsOneWithTimes() {
    timeline.addPiece("One. ");
    timeline.addPiece("two");
    timeline.addWord(Voiced.word("One.", 0, 400), 0, 0);
    timeline.pieceDelivered(0, 0, 500 * MILLI);
    timeline.pieceDelivered(1, 0, 800 * MILLI);

    assertThat(words(800)).containsExactly("One. 0-400", "two 500-800");
  }

  @Test
  void blanksAtTheEndsOfAPieceDoNotSound() {
    timeline.addPiece(" ab cd ");
    timeline.pieceDelivered(0, 0, 500 * MILLI);

    assertThat(words(500)).containsExactly("ab 0-200", "cd 300-500");
    assertThat(timeline.heardCharacters(500 * MILLI, 500 * MILLI)).isEqualTo(6);
  }

  @Test
  void aPieceWithoutAnyAudioHasNoWords() {
    timeline.addPiece("One. ");
    timeline.addPiece("two");
    timeline.pieceDelivered(0, 0, 400 * MILLI);

    assertThat(words(400)).containsExactly("One. 0-400");
  }

  @Test
  void aPieceIsDividedWhereAnotherVoiceGoesOn() {
    timeline.addPiece("One two. ");
    timeline.addPiece("three");

    assertThat(timeline.splitAt(4, 300 * MILLI)).isEqualTo(1);
    assertThat(timeline.pieceCount()).isEqualTo(3);
    assertThat(timeline.pieceText(0)).isEqualTo("One ");
    assertThat(timeline.pieceText(1)).isEqualTo("two. ");
    assertThat(timeline.pieceStart(1)).isEqualTo(4);
    assertThat(timeline.splitAt(9, 300 * MILLI)).isEqualTo(2);
    assertThat(timeline.splitAt(14, 300 * MILLI)).isEqualTo(3);
    assertThat(timeline.text()).isEqualTo("One two. three");
  }

  @Test
  void aPieceIsDeliveredOnce() {
    timeline.addPiece("One");
    timeline.pieceDelivered(0, 0, 300 * MILLI);
    timeline.pieceDelivered(0, 0, 900 * MILLI);
    timeline.pieceDelivered(7, 0, 900 * MILLI);

    assertThat(words(900)).containsExactly("One 0-300");
  }
}
