package dev.parley.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.parley.spi.CloseReason.Kind;
import dev.parley.spi.TtsStream;
import dev.parley.spi.Word;
import dev.parley.testkit.RecordingTtsListener;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/** What every text-to-speech plugin must do. Extend it in the plugin's own tests. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class TextToSpeechContract extends TextToSpeechEnds {
  private static final List<String> UNSPEAKABLE =
      List.of("", " ", "\n", "...", "—", "😀 ", "*** ", "\u200b", "? ! ");

  /** For subclasses. */
  protected TextToSpeechContract() {}

  /** Texts without anything to say; a stream that is handed one goes on with the next. */
  protected List<String> unspeakableTexts() {
    return UNSPEAKABLE;
  }

  @Test
  void aSentenceIsSpokenToItsEnd() {
    var heard = newListener();
    TtsStream stream = open(heard);
    offer(stream, sentence(0), heard);
    stream.finish();
    assertClosedOnce(heard.log(), Kind.FINISHED);
    assertThat(heard.audioLength()).isPositive();
  }

  @Test
  void audioHasTheFormatThatWasDeclared() {
    var heard = newListener();
    TtsStream stream = open(heard);
    offerSentences(2, stream, heard);
    stream.finish();
    heard.log().awaitClosed();
    assertThat(heard.audio())
        .isNotEmpty()
        .allSatisfy(
            frame -> assertThat(frame.format()).isEqualTo(engine().capabilities().output()));
  }

  @Test
  void audioComesBeforeTheTextIsFinished() {
    var heard = newListener();
    TtsStream stream = open(heard);
    if (engine().capabilities().inputStreaming()) {
      offerSentences(3, stream, heard);
    } else {
      offer(stream, sentence(0), heard);
    }
    heard.log().awaitCall("audio", 1);
    stream.finish();
    assertClosedOnce(heard.log(), Kind.FINISHED);
  }

  @Test
  void twentyQueuedPiecesComeInOrder() {
    var alone = newListener();
    TtsStream one = open(alone);
    offer(one, sentence(0), alone);
    one.finish();
    alone.log().awaitClosed();

    var heard = newListener();
    TtsStream stream = open(heard);
    offerSentences(20, stream, heard);
    stream.finish();
    assertClosedOnce(heard.log(), Kind.FINISHED);
    assertThat(heard.audioLength())
        .as("20 sentences against one")
        .isGreaterThan(alone.audioLength().multipliedBy(5));
    assertThat(heard.spoken()).isSorted().doesNotHaveDuplicates();
    assertWordsInOrder(heard, 20);
  }

  private void assertWordsInOrder(RecordingTtsListener heard, int sentences) {
    if (!engine().capabilities().wordTimes()) {
      return;
    }
    List<Word> words = heard.words();
    assertThat(words).as("words with times").isNotEmpty();
    assertThat(words.stream().map(Word::start).toList()).isSorted();
    assertThat(words)
        .allSatisfy(word -> assertThat(word.end()).isGreaterThanOrEqualTo(word.start()));
    assertThat(words.get(0).start()).isGreaterThanOrEqualTo(Duration.ZERO);
    assertStandInTheText(words, sentences);
  }

  private void assertStandInTheText(List<Word> words, int sentences) {
    String text = String.join("", IntStream.range(0, sentences).mapToObj(this::sentence).toList());
    int from = 0;
    for (Word word : words) {
      int at = text.indexOf(word.text(), from);
      assertThat(at)
          .as("'%s' after character %s of the text that was offered", word.text(), from)
          .isNotNegative();
      from = at + word.text().length();
    }
  }

  @Test
  void whatWasOnlyExpectedIsNotSpoken() {
    var heard = newListener();
    TtsStream stream = open(heard);
    stream.anticipate(sentence(0));
    stream.finish();
    assertClosedOnce(heard.log(), Kind.FINISHED);
    assertThat(heard.audioLength()).isZero();
  }

  @Test
  void whatWasExpectedIsSpokenOnceAndOnlyWhenItIsOffered() {
    var alone = newListener();
    TtsStream one = open(alone);
    offerSentences(3, one, alone);
    one.finish();
    alone.log().awaitClosed();

    var heard = newListener();
    TtsStream stream = open(heard);
    stream.anticipate(sentence(0));
    offer(stream, sentence(0), heard);
    stream.anticipate("Something else. ");
    offer(stream, sentence(1), heard);
    stream.anticipate(sentence(2));
    offer(stream, sentence(2), heard);
    stream.finish();
    assertClosedOnce(heard.log(), Kind.FINISHED);
    assertThat(heard.audioLength().minus(alone.audioLength()).abs())
        .as("by how much the audio differs from that of the same text without expectations")
        .isLessThan(alone.audioLength().dividedBy(6));
    assertWordsInOrder(heard, 3);
  }

  @Test
  void closingWhileSomethingIsExpectedEndsTheStreamOnce() {
    var heard = newListener();
    TtsStream stream = open(heard);
    stream.anticipate(sentence(0));
    stream.close();
    stream.anticipate(sentence(1));
    assertClosedOnce(heard.log(), Kind.CANCELLED);
  }

  @Test
  void offersToldToBeSpokenWereMade() {
    var heard = newListener();
    TtsStream stream = open(heard);
    offerSentences(4, stream, heard);
    stream.finish();
    heard.log().awaitClosed();
    assertThat(heard.spoken()).allSatisfy(number -> assertThat(number).isBetween(0, 3));
    if (!heard.spoken().isEmpty()) {
      assertThat(heard.spoken()).endsWith(3);
    }
  }

  @Test
  void unspeakableTextsAreLeftOut() {
    var heard = newListener();
    TtsStream stream = open(heard);
    offer(stream, sentence(0), heard);
    unspeakableTexts().forEach(text -> offer(stream, text, heard));
    offer(stream, sentence(1), heard);
    stream.finish();
    assertClosedOnce(heard.log(), Kind.FINISHED);
    assertThat(heard.audioLength()).isPositive();
  }

  @Test
  void onlyUnspeakableTextsCloseAsWell() {
    var heard = newListener();
    TtsStream stream = open(heard);
    unspeakableTexts().forEach(text -> offer(stream, text, heard));
    stream.finish();
    assertClosedOnce(heard.log(), Kind.FINISHED);
  }

  @Test
  void interleavedStreamsEachSpeakTheirOwn() {
    var first = newListener();
    var second = newListener();
    TtsStream one = open(1, first);
    TtsStream other = open(2, second);
    offer(one, sentence(0), first);
    offer(other, sentence(1), second);
    offer(one, sentence(2), first);
    other.finish();
    one.finish();
    assertClosedOnce(first.log(), Kind.FINISHED);
    assertClosedOnce(second.log(), Kind.FINISHED);
    assertThat(first.audioLength()).isGreaterThan(second.audioLength());
  }

  @Test
  void warmingUpDoesNotThrow() {
    assertThatCode(() -> engine().warmUp(context())).doesNotThrowAnyException();
    assertThatCode(() -> engine().warmUp(context())).doesNotThrowAnyException();
  }
}
