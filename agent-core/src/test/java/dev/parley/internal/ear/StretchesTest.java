package dev.parley.internal.ear;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.spi.Transcript;
import org.junit.jupiter.api.Test;

class StretchesTest {
  private static final long MILLI = 1_000_000;

  private final Stretches stretches = new Stretches();

  private Stretch add(StretchScript script) {
    stretches.add(script.stretch());
    return script.stretch();
  }

  private static SttLink.Heard untimed(long utterance) {
    return heard(0, utterance, -1, -1);
  }

  private static SttLink.Heard timed(long began, long ended) {
    return heard(0, -1, began * MILLI, ended * MILLI);
  }

  private static SttLink.Heard heard(int connection, long utterance, long began, long ended) {
    Transcript transcript = Transcript.builder("hello").utterance(utterance).build();
    return new SttLink.Heard(transcript, connection, began, ended);
  }

  @Test
  void withoutSpeechNothingFits() {
    assertThat(stretches.of(untimed(-1), true)).isNull();
    assertThat(stretches.of(timed(0, 100), false)).isNull();
  }

  @Test
  void aTimedTranscriptBelongsWhereItSharesMostTime() {
    Stretch first = add(StretchScript.from(0).until(1_000, 1_200));
    Stretch second = add(StretchScript.from(1_500).until(2_500, 2_700));
    Stretch open = add(StretchScript.from(3_000));

    assertThat(stretches.of(timed(100, 900), true)).isSameAs(first);
    assertThat(stretches.of(timed(900, 2_000), true)).isSameAs(second);
    assertThat(stretches.of(timed(3_500, 9_000), false)).isSameAs(open);
    assertThat(stretches.of(timed(1_100, 1_400), true)).isNull();
  }

  @Test
  void anUntimedFinalBelongsToTheOldestStretchThatHasNone() {
    Stretch first = add(StretchScript.from(0).until(1_000, 1_200));
    Stretch second = add(StretchScript.from(1_500).until(2_500, 2_700));

    assertThat(stretches.of(untimed(-1), true)).isSameAs(first);
    first.addFinal("one");
    assertThat(stretches.of(untimed(-1), true)).isSameAs(second);
    second.addFinal("two");
    assertThat(stretches.of(untimed(-1), true)).isSameAs(second);
  }

  @Test
  void anUntimedInterimBelongsToTheNewestStretchThatHasNoFinal() {
    add(StretchScript.from(0).until(1_000, 1_200));
    Stretch second = add(StretchScript.from(1_500));

    assertThat(stretches.of(untimed(-1), false)).isSameAs(second);
    second.addFinal("two");
    assertThat(stretches.of(untimed(-1), false)).isNotSameAs(second);
  }

  @Test
  void transcriptsOfOneUtteranceBelongTogether() {
    Stretch first = add(StretchScript.from(0));
    assertThat(stretches.of(untimed(7), false)).isSameAs(first);
    first.addFinal("one");
    Stretch second = add(StretchScript.from(1_500));

    assertThat(stretches.of(untimed(7), true)).isSameAs(first);
    assertThat(stretches.of(untimed(8), true)).isSameAs(second);
    assertThat(stretches.of(heard(1, 7, -1, -1), true)).isSameAs(second);
  }

  @Test
  void anotherUtteranceDoesNotReplaceTheWordsOfTheOneBefore() {
    Stretch stretch = add(StretchScript.from(0));
    assertThat(stretches.of(untimed(7), false)).isSameAs(stretch);
    assertThat(stretches.of(untimed(8), false)).isSameAs(stretch); // nothing was understood yet
    stretch.interim("hello");

    assertThat(stretches.of(untimed(9), false)).isNull();
    stretch.addFinal("hello");
    assertThat(stretches.of(untimed(9), true)).isSameAs(stretch);
  }

  @Test
  void aTranscriptCanBeBoundToAStretchOfItsOwn() {
    Stretch own = StretchScript.from(0).stretch();
    stretches.bind(untimed(3), own);
    stretches.bind(untimed(-1), StretchScript.from(9).stretch());

    assertThat(stretches.of(untimed(3), true)).isSameAs(own);
    assertThat(stretches.of(untimed(-1), true)).isNull();
  }

  @Test
  void oldStretchesAreForgottenWithTheirUtterances() {
    Stretch oldest = add(StretchScript.from(0).until(10, 20));
    assertThat(stretches.of(untimed(1), true)).isSameAs(oldest);
    for (long i = 1; i <= 16; i++) {
      add(StretchScript.from(i * 100).until(i * 100 + 10, i * 100 + 20));
    }

    assertThat(stretches.of(untimed(1), true)).isNotSameAs(oldest);
    assertThat(stretches.of(timed(0, 10), true)).isNull();
  }

  @Test
  void aFinalThatSaysTheSameAgainIsDouble() {
    Stretch stretch = StretchScript.from(0).finalText("Hello, you.").stretch();

    assertThat(Stretches.isDouble(stretch, "hello you")).isTrue();
    assertThat(Stretches.isDouble(stretch, "hello")).isFalse();
    assertThat(Stretches.isDouble(StretchScript.from(0).stretch(), "hello")).isFalse();
    assertThat(Stretches.isDouble(StretchScript.from(0).finalText("").stretch(), "")).isFalse();
  }
}
