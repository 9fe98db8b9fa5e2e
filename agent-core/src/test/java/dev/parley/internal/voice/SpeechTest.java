package dev.parley.internal.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeechTest {
  private static final long MILLI = 1_000_000;
  private static final int FRAME = 320;

  private static String heardAfter(Speech speech, long millis) {
    speech.heardUpTo(millis * MILLI);
    return speech.heard();
  }

  @Test
  void aWordIsHeardWhenItHasSoundedWholly() {
    Speech speech = Voiced.timed("we open at noon", 200);

    assertThat(heardAfter(speech, 198)).isEmpty();
    assertThat(heardAfter(speech, 200)).isEqualTo("we");
    assertThat(heardAfter(speech, 599)).isEqualTo("we open at"); // times come rounded
    assertThat(heardAfter(speech, 800)).isEqualTo("we open at noon");
  }

  @Test
  void withoutTimesWordsShareTheAudioByTheirCharacters() {
    Speech speech = Voiced.untimed("we open at noon", 1_500);

    assertThat(heardAfter(speech, 190)).isEmpty();
    assertThat(heardAfter(speech, 200)).isEqualTo("we");
    assertThat(heardAfter(speech, 1_000)).isEqualTo("we open at");
    assertThat(heardAfter(speech, 1_500)).isEqualTo("we open at noon");
  }

  @Test
  void inScriptsWithoutBlanksCharactersAreHeard() {
    Speech speech = Voiced.untimed("今日はJavaです。", 1_000);

    assertThat(heardAfter(speech, 300)).isEqualTo("今日は");
    assertThat(heardAfter(speech, 650)).isEqualTo("今日は");
    assertThat(heardAfter(speech, 700)).isEqualTo("今日はJava");
    assertThat(heardAfter(speech, 1_000)).isEqualTo("今日はJavaです。");
    assertThat(speech.startOfWordAt(250_000_000)).isEqualTo(200_000_000);
    assertThat(speech.wordsBetween(150_000_000, 250_000_000)).isEqualTo("日は ");
  }

  @Test
  void aSpeechThatWasCutKeepsItsWordsAndNoAudio() {
    Speech speech = Voiced.timed("we open at noon", 200);
    speech.heardUpTo(400 * MILLI);
    long received = speech.receivedNanos();
    speech.cut();
    speech.addAudio(AudioFrame.silence(AudioFormat.MONO_16K, Duration.ofSeconds(1)));

    assertThat(speech.keptSamples()).isZero();
    assertThat(speech.heard()).isEqualTo("we open");
    assertThat(received).isEqualTo(800 * MILLI);
    assertThat(speech.take(FRAME)).isNull();
  }

  @Test
  void whatIsHeardNeverShrinks() {
    Speech speech = Voiced.timed("we open", 200);
    speech.heardUpTo(300 * MILLI);

    assertThat(heardAfter(speech, 100)).isEqualTo("we");
    assertThat(speech.playedNanos()).isEqualTo(300 * MILLI);
  }

  @Test
  void aPieceWhoseEndIsNotKnownIsGuessedAtAnOrdinarySpeed() {
    Speech speech = new Voiced().audio(400).speech();
    speech.addPiece("we open at noon tomorrow");

    assertThat(heardAfter(speech, 400)).isEqualTo("we"); // 65 ms a character
    assertThat(speech.isComplete()).isFalse();
  }

  @Test
  void eachPieceHasItsOwnShare() {
    Speech speech = new Voiced().piece("No. ", 1_000).piece("We are open.", 600).complete();

    assertThat(heardAfter(speech, 990)).isEmpty();
    assertThat(heardAfter(speech, 1_000)).isEqualTo("No.");
    assertThat(heardAfter(speech, 1_100)).isEqualTo("No. We");
    assertThat(heardAfter(speech, 1_600)).isEqualTo("No. We are open.");
  }

  @Test
  void playoutGoesBackToTheStartOfTheWordThatWasCut() {
    Speech speech = Voiced.timed("we open at noon", 200);

    assertThat(speech.startOfWordAt(250 * MILLI)).isEqualTo(200 * MILLI);
    assertThat(speech.startOfWordAt(200 * MILLI)).isEqualTo(200 * MILLI);
    assertThat(speech.startOfWordAt(900 * MILLI)).isEqualTo(900 * MILLI);
    assertThat(speech.endOfWordAt(250 * MILLI)).isEqualTo(400 * MILLI);
    assertThat(speech.endOfWordAt(200 * MILLI)).isEqualTo(200 * MILLI);
  }

  @Test
  void inABlankPlayoutGoesOnWithTheNextWord() {
    Speech speech = new Voiced().audio(1_000).speech();
    speech.addPiece("we open");
    speech.addWords(List.of(Voiced.word("we", 0, 200), Voiced.word("open", 500, 900)), 0, 0);

    assertThat(speech.startOfWordAt(300 * MILLI)).isEqualTo(500 * MILLI);
    assertThat(speech.endOfWordAt(300 * MILLI)).isEqualTo(300 * MILLI);
    assertThat(speech.wordsBetween(150 * MILLI, 450 * MILLI)).isEqualTo("we ");
    assertThat(speech.wordsBetween(150 * MILLI, 600 * MILLI)).isEqualTo("we open ");
  }

  @Test
  void audioIsTakenInFramesAndTheRestAtTheEnd() {
    Speech speech = Voiced.untimed("hm", 50);

    assertThat(speech.take(FRAME).sampleCount()).isEqualTo(FRAME);
    assertThat(speech.take(FRAME).sample(0)).isEqualTo((short) 20);
    assertThat(speech.take(FRAME).sampleCount()).isEqualTo(FRAME / 2);
    assertThat(speech.take(FRAME)).isNull();
    assertThat(speech.isOver()).isTrue();
  }

  @Test
  void aPositionCanBeSoughtAndPlayedAgain() {
    Speech speech = Voiced.untimed("hm", 200);
    speech.take(FRAME * 5);
    speech.seek(30 * MILLI);
    AudioFrame again = speech.take(FRAME);

    assertThat(again.sample(0)).isEqualTo((short) 30);
    assertThat(speech.positionNanos()).isEqualTo(50 * MILLI);
    speech.seek(900 * MILLI);
    assertThat(speech.positionNanos()).isEqualTo(200 * MILLI);
  }

  @Test
  void whatWasCutIsOverAndSilent() {
    Speech speech = Voiced.timed("we open", 200);
    speech.take(FRAME);
    speech.cut();

    assertThat(speech.isOver()).isTrue();
    assertThat(speech.hasAudio()).isFalse();
    assertThat(speech.take(FRAME)).isNull();
    assertThat(speech.isPartial()).isTrue();
  }

  @Test
  void anotherVoiceGoesOnFromTheFirstWordThatIsNotThereWholly() {
    Speech speech = new Voiced().audio(500).speech();
    speech.addPiece("we open at noon");
    speech.addWords(
        List.of(
            Voiced.word("we", 0, 200), Voiced.word("open", 200, 400), Voiced.word("at", 400, 600)),
        0,
        0);
    int kept = speech.keepWholeWords();
    int piece = speech.splitAt(kept);

    assertThat(speech.text().substring(0, kept)).isEqualTo("we open");
    assertThat(speech.receivedNanos()).isEqualTo(400 * MILLI);
    assertThat(speech.pieceText(piece)).isEqualTo(" at noon");

    speech.addAudio(Voiced.untimed("x", 400).take(6_400));
    speech.addWords(
        List.of(Voiced.word("at", 0, 150), Voiced.word("noon", 150, 400)), 400 * MILLI, kept);
    assertThat(heardAfter(speech, 600)).isEqualTo("we open at");
    assertThat(heardAfter(speech, 800)).isEqualTo("we open at noon");
  }

  @Test
  void audioOfHalfAWordThatWasPlayedAlreadyIsNotTakenBack() {
    Speech speech = new Voiced().audio(500).speech();
    speech.addPiece("we open at noon");
    speech.addWords(List.of(Voiced.word("we", 0, 200), Voiced.word("open", 200, 600)), 0, 0);
    speech.take(500 * 16);
    int kept = speech.keepWholeWords();

    assertThat(speech.text().substring(0, kept)).isEqualTo("we");
    assertThat(speech.receivedNanos()).isEqualTo(500 * MILLI);
  }

  @Test
  void whatWasNotPlayedYetOfHalfAWordIsTakenBack() {
    Speech speech = new Voiced().audio(500).speech();
    speech.addPiece("we open at noon");
    speech.addWords(List.of(Voiced.word("we", 0, 200), Voiced.word("open", 200, 600)), 0, 0);
    speech.take(300 * 16);
    int kept = speech.keepWholeWords();

    assertThat(speech.text().substring(0, kept)).isEqualTo("we");
    assertThat(speech.receivedNanos()).isEqualTo(300 * MILLI);
  }

  @Test
  void preparedAudioSharesItsText() {
    Speech speech = new Speech(AudioFormat.MONO_16K);
    speech.addPrepared(Voiced.untimed("x", 1_000).take(16_000));
    speech.completePrepared("ding dong!");

    assertThat(heardAfter(speech, 400)).isEqualTo("ding");
    assertThat(heardAfter(speech, 1_000)).isEqualTo("ding dong!");
    assertThat(speech.isComplete()).isTrue();
  }
}
