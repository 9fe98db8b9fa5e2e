package dev.parley.local.brain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WordPiecesTest {
  private static final WordPieces PIECES =
      new WordPieces(
          Vocabulary.read(
              """
              {"model": {"type": "WordPiece", "vocab": {
                "[UNK]": 0, "[CLS]": 1, "[SEP]": 2, "coffee": 3, "##s": 4, "cafe": 5, "?": 6,
                "un": 7, "##do": 8, "\\u0022": 9, "#": 10
              }}}
              """),
          8);

  @Test
  void theLongestKnownPieceComesFirst() {
    assertThat(PIECES.of("coffees undo")).containsExactly(1, 3, 4, 7, 8, 2);
  }

  @Test
  void caseAndAccentsDoNotMatterAndMarksStandAlone() {
    assertThat(PIECES.of("Café? \"")).containsExactly(1, 5, 6, 9, 2);
  }

  @Test
  void whatCannotBeSplitIsUnknown() {
    assertThat(PIECES.of("tea coffeex " + "s".repeat(200))).containsExactly(1, 0, 0, 0, 2);
  }

  @Test
  void longTextsAreCutAndStillEnded() {
    assertThat(PIECES.of("coffee ".repeat(50))).containsExactly(1, 3, 3, 3, 3, 3, 3, 2);
  }

  @Test
  void emptyTextHasABeginningAndAnEnd() {
    assertThat(PIECES.of(" \n")).containsExactly(1, 2);
  }

  @Test
  void escapesOfTheVocabularyAreRead() {
    Map<String, Integer> read = Vocabulary.read("{\"vocab\":{\"a\\\\b\":1,\"\\\"\":2}}");
    assertThat(read).containsEntry("a\\b", 1).containsEntry("\"", 2);
  }
}
