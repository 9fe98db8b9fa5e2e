package dev.parley.internal.playout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.internal.voice.Speech;
import dev.parley.internal.voice.Voiced;
import org.junit.jupiter.api.Test;

class HeardLedgerTest {
  private static final long MILLI = 1_000_000;

  private final HeardLedger ledger = new HeardLedger();
  private final Speech one = Voiced.untimed("one", 1_000);
  private final Speech two = Voiced.untimed("two", 1_000);

  private void sent(Speech speech, long start, long length) {
    ledger.sent(speech, start * MILLI, length * MILLI);
  }

  private void settle(long unheard) {
    ledger.settle(unheard * MILLI);
  }

  @Test
  void allButWhatIsOnItsWayHasBeenHeard() {
    for (int i = 0; i < 10; i++) {
      sent(one, i * 20L, 20);
    }
    settle(50);

    assertThat(one.playedNanos()).isEqualTo(150 * MILLI);
    assertThat(ledger.firstPosition()).isEqualTo(150 * MILLI);
    settle(0);
    assertThat(one.playedNanos()).isEqualTo(200 * MILLI);
    assertThat(ledger.holds(one)).isFalse();
    assertThat(ledger.first()).isNull();
  }

  @Test
  void speechesAreHeardOneAfterTheOther() {
    sent(one, 0, 100);
    sent(two, 0, 100);
    settle(120);
    assertThat(ledger.first()).isSameAs(one);
    settle(30);

    assertThat(one.playedNanos()).isEqualTo(100 * MILLI);
    assertThat(two.playedNanos()).isEqualTo(70 * MILLI);
    assertThat(ledger.first()).isSameAs(two);
    assertThat(ledger.holds(one)).isFalse();
  }

  @Test
  void aRoomThatReportsMoreThanItWasGivenTakesNothingBack() {
    sent(one, 0, 100);
    settle(500);

    assertThat(one.playedNanos()).isZero();
    assertThat(ledger.holds(one)).isTrue();
  }

  @Test
  void whatIsTakenBackIsPlayedAgain() {
    one.take(3_200);
    two.take(1_600);
    sent(one, 0, 200);
    sent(two, 0, 100);
    settle(250);
    ledger.takeBack();

    assertThat(one.positionNanos()).isEqualTo(50 * MILLI);
    assertThat(two.positionNanos()).isZero();
    assertThat(ledger.first()).isNull();
  }

  @Test
  void aPassageThatIsPlayedTwiceCountsOnce() {
    sent(one, 0, 100);
    settle(0);
    sent(one, 50, 100);
    settle(60);
    assertThat(one.playedNanos()).isEqualTo(100 * MILLI);
    settle(0);

    assertThat(one.playedNanos()).isEqualTo(150 * MILLI);
  }
}
