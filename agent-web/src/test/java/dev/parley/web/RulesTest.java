package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.audio.AudioFormat;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The small rules: budgets, links, builders, order. */
class RulesTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void aMicrophoneMaySendThreeSecondsAtOnceAndThenAsTimePasses() {
    var budget = new AudioBudget(AudioFormat.MONO_16K, 0);
    assertThat(budget.takes(48_000, 0)).isTrue();
    assertThat(budget.takes(320, 0)).isFalse();
    assertThat(budget.takes(16_000, SECOND)).isTrue();
    assertThat(budget.takes(16_000, SECOND)).isFalse();
  }

  /** Sound cards run a little fast or slow; an hour of it must not run the budget dry. */
  @Test
  void aSoundCardThatIsFastDoesNotRunDry() {
    var budget = new AudioBudget(AudioFormat.MONO_16K, 0);
    for (int second = 1; second <= 3_600; second++) {
      assertThat(budget.takes(16_300, second * SECOND)).isTrue();
    }
  }

  @Test
  void linksNameTheRoomUnlessItIsTheDefault() {
    try (WebTransport transport = WebTransport.builder().port(0).build()) {
      assertThat(transport.link().toString()).matches("http://localhost:\\d+/");
      assertThat(transport.link("Table 4").toString())
          .matches("http://localhost:\\d+/\\?room=Table\\+4");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> transport.link("a/b"))
          .withMessage("the room is called 'a/b'; use 1 to 64 letters, digits, blanks and . _ -");
    }
  }

  @Test
  void badValuesAreRefusedWhenTheyAreGiven() {
    WebTransport.Builder builder = WebTransport.builder();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.port(70_000))
        .withMessage("the port is 70000, must be 0 to 65535");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.token("secret"))
        .withMessage("the token has 6 characters; use 16 or more of A-Z a-z 0-9 . _ ~ -");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.host("no such host.invalid").build())
        .withMessageStartingWith("the host 'no such host.invalid' is not known");
  }

  @Test
  void theLowestIdFirstAndNamesAreNeverShared() {
    var guests = new Guests();
    assertThat(guests.unique("Ann")).isEqualTo("Ann");
    assertThat(guests.isEmpty()).isTrue();
    assertThat(guests.allAway()).isFalse();
  }

  @Test
  void tasksRunInOrderAlsoWhenTheyAddTasks() {
    var serial = new Serial();
    List<String> done = new ArrayList<>();
    serial.execute(
        () -> {
          serial.execute(() -> done.add("second"));
          done.add("first");
        });
    serial.execute(
        () -> {
          throw new IllegalStateException("a listener failed");
        });
    serial.execute(() -> done.add("third"));
    assertThat(done).containsExactly("first", "second", "third");
    assertThat(serial.refused()).isZero();
  }
}
