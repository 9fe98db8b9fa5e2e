package dev.parley.internal.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.TurnEvent.By;
import dev.parley.TurnPolicy;
import dev.parley.internal.ear.StretchScript;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EndpointingTest {
  private static final long MILLI = 1_000_000;
  private static final TurnPolicy POLICY =
      TurnPolicy.builder()
          .endOfTurnSilence(Duration.ofMillis(500))
          .maxEndOfTurnSilence(Duration.ofSeconds(6))
          .build();

  private final Turn turn = new Turn("ann");

  private static Endpointing endpointing(TurnPolicy.Endpointing mode) {
    return new Endpointing(POLICY, mode, false);
  }

  private static final Endpointing STT = endpointing(TurnPolicy.Endpointing.STT);
  private static final Endpointing VAD = endpointing(TurnPolicy.Endpointing.VAD);
  private static final Endpointing MANUAL = endpointing(TurnPolicy.Endpointing.MANUAL);
  private static final Endpointing GRADED =
      new Endpointing(POLICY, TurnPolicy.Endpointing.VAD, true);

  private Turn with(StretchScript script) {
    turn.add(script.stretch());
    return turn;
  }

  private static Endpointing.Decision at(long millis, By by) {
    return new Endpointing.Decision(millis * MILLI, by);
  }

  @Test
  void whoIsSpeakingIsNotDone() {
    with(StretchScript.from(0).interim("hello"));
    turn.requestEnd(true);

    assertThat(STT.decide(turn)).isNull();
    assertThat(VAD.decide(turn)).isNull();
    assertThat(MANUAL.decide(turn)).isNull();
  }

  @Test
  void silenceEndsATurnOnceItsEndIsConfirmedAndItsFinalIsIn() {
    with(StretchScript.from(0).until(1_000, 1_300).finalText("hello"));
    assertThat(VAD.decide(turn)).isEqualTo(at(1_500, By.VAD));
  }

  @Test
  void nothingIsDecidedBeforeTheEndOfTheSoundIsConfirmed() {
    with(StretchScript.from(0).until(1_000, 1_800).finalText("hello"));
    assertThat(VAD.decide(turn)).isEqualTo(at(1_800, By.VAD));

    var open = new Turn("ann");
    open.add(StretchScript.from(0).quietFrom(1_000).finalText("hello").stretch());
    assertThat(VAD.decide(open)).isNull();
  }

  @Test
  void aMissingFinalIsWaitedForUntilTheLimit() {
    with(StretchScript.from(0).until(1_000, 1_300).interim("hello"));

    assertThat(VAD.decide(turn)).isEqualTo(at(7_000, By.LIMIT));
    assertThat(STT.decide(turn)).isEqualTo(at(7_000, By.LIMIT));
  }

  @Test
  void theRecogniserEndsATurnAtOnce() {
    with(StretchScript.from(0).until(1_000, 1_300).finalText("hello"));
    assertThat(STT.decide(turn)).isEqualTo(at(7_000, By.LIMIT));

    turn.requestEnd(true);
    Endpointing.Decision decision = STT.decide(turn);
    assertThat(decision).isNotNull();
    assertThat(decision.by()).isEqualTo(By.STT);
    assertThat(decision.at()).isLessThan(0);
  }

  @Test
  void aCoughHoldsATurnWithWordsForHalfASecond() {
    with(StretchScript.from(0).until(1_000, 1_300).finalText("hello"));
    with(StretchScript.from(1_400).until(1_500, 1_600));

    assertThat(VAD.decide(turn)).isEqualTo(at(2_100, By.VAD));
  }

  @Test
  void aTurnWithoutWordsEndsWhenAllFinalsAreInOrAtTheLimit() {
    with(StretchScript.from(0).until(1_000, 1_300));
    assertThat(VAD.decide(turn)).isEqualTo(at(7_000, By.LIMIT));

    var empty = new Turn("ann");
    empty.add(StretchScript.from(0).until(1_000, 1_300).finalText("").stretch());
    assertThat(VAD.decide(empty)).isEqualTo(at(1_300, By.LIMIT));

    var open = new Turn("ann");
    open.add(StretchScript.from(0).quietFrom(1_000).stretch());
    assertThat(VAD.decide(open)).isNull();
  }

  @Test
  void aCommitEndsATurnWhenItsFinalsAreInOrAfterTheWaitForLastWords() {
    with(StretchScript.from(0).until(1_000, 1_300).interim("hello"));
    assertThat(MANUAL.decide(turn)).isNull();
    turn.commit(2_000 * MILLI);
    assertThat(MANUAL.decide(turn)).isEqualTo(at(4_000, By.MANUAL));

    turn.stretches().get(0).takeOver("hello", null);
    Endpointing.Decision decision = MANUAL.decide(turn);
    assertThat(decision).isNotNull();
    assertThat(decision.at()).isLessThan(0);
  }

  @Test
  void aCommitOverSpeechWaitsForItsLastWords() {
    with(StretchScript.from(0).finalText("hello"));
    turn.commit(2_000 * MILLI);

    assertThat(VAD.decide(turn)).isEqualTo(at(4_000, By.MANUAL));
  }

  @Test
  void aDetectorGradesTheSilenceSmoothly() {
    with(StretchScript.from(0).until(1_000, 1_100).finalText("hello"));
    long before = Long.MAX_VALUE;
    long step = 0;
    for (int percent = 0; percent <= 100; percent++) {
      turn.probability(percent / 100.0);
      Endpointing.Decision decision = GRADED.decide(turn);
      assertThat(decision).isNotNull();
      assertThat(decision.at()).isLessThan(before);
      step = percent == 0 ? step : Math.max(step, before - decision.at());
      before = decision.at();
    }

    assertThat(before).isEqualTo(1_500 * MILLI);
    assertThat(step).isLessThan(120 * MILLI); // no jump: 5.5 s in 100 steps, twice that where steep
    turn.probability(0);
    assertThat(GRADED.decide(turn)).isEqualTo(at(7_000, By.DETECTOR));
    turn.probability(Double.NaN);
    assertThat(GRADED.decide(turn)).isEqualTo(at(7_000, By.DETECTOR));
    turn.probability(7);
    assertThat(GRADED.decide(turn)).isEqualTo(at(1_500, By.DETECTOR));
  }

  @Test
  void aShortestWaitAboveTheLongestIsTheLongest() {
    TurnPolicy odd =
        TurnPolicy.builder()
            .endOfTurnSilence(Duration.ofSeconds(3))
            .maxEndOfTurnSilence(Duration.ofSeconds(3))
            .build();
    with(StretchScript.from(0).until(1_000, 1_100).finalText("hello"));

    assertThat(new Endpointing(odd, TurnPolicy.Endpointing.VAD, false).decide(turn))
        .isEqualTo(at(4_000, By.VAD));
  }
}
