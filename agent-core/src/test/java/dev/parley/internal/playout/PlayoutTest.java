package dev.parley.internal.playout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.internal.loop.SessionLoop;
import dev.parley.internal.time.HandClock;
import dev.parley.internal.voice.Speech;
import dev.parley.internal.voice.Voiced;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlayoutTest {
  private final HandClock clock = new HandClock();
  private final List<Throwable> failures = new ArrayList<>();
  private final List<String> events = new ArrayList<>();
  private final SessionLoop loop = new SessionLoop(clock, Runnable::run, failures::add);
  private FakeRoom room = new FakeRoom(clock, Duration.ZERO, Duration.ZERO);
  private Playout playout = newPlayout();

  private Playout newPlayout() {
    return new Playout(
        loop,
        new Pacer(clock, 0),
        room,
        -12,
        new Playout.Listener() {
          @Override
          public void onFirstFrame(Speech speech) {
            events.add("first " + speech.text() + " " + clock.millis());
          }

          @Override
          public void onHeard(Speech speech) {
            events.add("heard " + speech.text() + " " + clock.millis());
          }
        });
  }

  private void into(Duration lead, Duration delay) {
    room = new FakeRoom(clock, lead, delay);
    playout = newPlayout();
  }

  private void add(Speech speech) {
    loop.execute(() -> playout.add(speech));
  }

  private static List<Long> every20(long from, long until) {
    return LongStream.iterate(from, at -> at < until, at -> at + 20).boxed().toList();
  }

  @AfterEach
  void nothingWasThrown() {
    assertThat(failures).isEmpty();
  }

  @Test
  void whatWasHeardLeavesNoAudioBehind() {
    Speech speech = Voiced.timed("we open", 200);
    add(speech);
    clock.advance(300);
    assertThat(speech.keptSamples()).isPositive();
    clock.advance(1_000);

    assertThat(events).last().isEqualTo("heard we open 400");
    assertThat(speech.keptSamples()).isZero();
    assertThat(speech.heard()).isEqualTo("we open");
  }

  @Test
  void whatWasCutLeavesNoAudioBehind() {
    Speech speech = Voiced.timed("we open at noon", 200);
    add(speech);
    clock.advance(300);
    loop.execute(playout::cut);

    assertThat(speech.keptSamples()).isZero();
    assertThat(speech.heard()).isEqualTo("we");
  }

  @Test
  void theFirstFrameGoesAtOnceAndTheOthersAtTheSpeedOfSpeech() {
    clock.advance(7);
    add(Voiced.untimed("one", 100));
    assertThat(room.times()).containsExactly(7L);
    clock.advance(200);

    assertThat(room.times()).isEqualTo(every20(7, 107));
    assertThat(room.samples()).containsExactly(0, 20, 40, 60, 80);
    assertThat(events).containsExactly("first one 7", "heard one 107");
    assertThat(playout.isIdle()).isTrue();
    assertThat(clock.timers()).isZero();
  }

  @Test
  void speechesFollowWithoutAGap() {
    add(Voiced.untimed("one", 50));
    add(Voiced.untimed("two", 40));
    clock.advance(200);

    assertThat(room.times()).containsExactly(0L, 20L, 40L, 50L, 70L);
    assertThat(events)
        .containsExactly("first one 0", "heard one 50", "first two 50", "heard two 90");
  }

  @Test
  void audioThatComesLateIsPlayedWhenItComes() {
    var voiced = new Voiced().audio(30);
    add(voiced.speech());
    clock.advance(500);
    assertThat(room.times()).containsExactly(0L, 20L);
    voiced.audio(40);
    loop.execute(playout::wake);
    clock.advance(500);
    voiced.complete();
    loop.execute(playout::wake);

    assertThat(room.times()).containsExactly(0L, 20L, 500L, 520L);
    assertThat(playout.isIdle()).isTrue();
  }

  @Test
  void afterAStallThreeFramesAtMostAreMadeUpFor() {
    add(Voiced.untimed("one", 5_000));
    clock.advance(100);
    int before = room.sent.size();
    clock.stall(1_000);
    int burst = room.sent.size() - before;
    clock.advance(100);

    assertThat(burst).isLessThanOrEqualTo(4); // three that are late and the one that is due
    assertThat(room.sent.size() - before - burst).isEqualTo(5);
    assertThat(room.samples())
        .isEqualTo(LongStream.range(0, room.sent.size()).mapToObj(i -> (int) i * 20).toList());
  }

  @Test
  void aShortStallIsMadeUpForWholly() {
    add(Voiced.untimed("one", 1_000));
    clock.stall(50);
    clock.advance(10);

    assertThat(room.sent).hasSize(4); // those of 0, 20, 40 and 60 ms
  }

  @Test
  void aPauseGoesOnAtTheStartOfTheWordThatWasCut() {
    Speech speech = Voiced.timed("we open at noon", 200);
    add(speech);
    clock.advance(310);
    loop.execute(playout::pause);
    int sent = room.sent.size();
    clock.advance(1_000);

    assertThat(room.sent).hasSize(sent);
    assertThat(room.clears).isEqualTo(1);
    assertThat(playout.isSounding()).isTrue();
    assertThat(speech.playedNanos()).isEqualTo(310_000_000L);
    loop.execute(playout::resume);
    assertThat(room.sent.get(sent)).isEqualTo(new FakeRoom.Sent(1_310, 200, 20));
    clock.advance(1_000);

    assertThat(events).containsExactly("first we open at noon 0", "heard we open at noon 1910");
    assertThat(speech.heard()).isEqualTo("we open at noon");
    assertThat(speech.playedNanos()).isEqualTo(800_000_000L);
  }

  @Test
  void aPauseCountsWhatTheRoomHadNotPlayedAsUnheard() {
    into(Duration.ZERO, Duration.ofMillis(300));
    Speech speech = Voiced.timed("we open at noon", 200);
    add(speech);
    clock.advance(610);
    loop.execute(playout::pause);

    assertThat(speech.heard()).isEqualTo("we");
    loop.execute(playout::resume);
    assertThat(room.sent.get(room.sent.size() - 1).sample()).isEqualTo(200);
  }

  @Test
  void aHoldTakesNothingBackAndNothingIsPlayedMeanwhile() {
    loop.execute(playout::hold);
    add(Voiced.untimed("one", 100));
    clock.advance(500);
    assertThat(room.sent).isEmpty();
    loop.execute(playout::resume);
    clock.advance(500);

    assertThat(room.times()).isEqualTo(every20(500, 600));
    assertThat(room.clears).isZero();
  }

  @Test
  void afterACutNoFrameGoesOut() {
    Speech one = Voiced.timed("we open at noon", 200);
    Speech two = Voiced.untimed("two", 500);
    add(one);
    add(two);
    clock.advance(450);
    int sent = room.sent.size();
    loop.execute(playout::cut);
    clock.advance(2_000);

    assertThat(room.sent).hasSize(sent);
    assertThat(room.clears).isEqualTo(1);
    assertThat(one.heard()).isEqualTo("we open");
    assertThat(two.heard()).isEmpty();
    assertThat(one.isCut() && two.isCut()).isTrue();
    assertThat(events).containsExactly("first we open at noon 0");
    assertThat(clock.timers()).isZero();
  }

  @Test
  void afterACutTheNextSpeechBeginsAtOnceAndInFullVoice() {
    add(Voiced.untimed("one", 1_000));
    clock.advance(110);
    loop.execute(playout::duck);
    loop.execute(playout::cut);
    clock.advance(5);
    add(Voiced.untimed("two", 40));

    assertThat(playout.isDucked()).isFalse();
    assertThat(room.times().get(room.sent.size() - 1)).isEqualTo(115);
  }

  @Test
  void aSpeechIsHeardWhenTheRoomHasPlayedIt() {
    into(Duration.ZERO, Duration.ofMillis(250));
    add(Voiced.untimed("one", 100));
    clock.advance(1_000);

    assertThat(events).containsExactly("first one 0", "heard one 350");
  }

  @Test
  void aRoomThatWantsALeadGetsItAtOnce() {
    into(Duration.ofMillis(60), Duration.ZERO);
    add(Voiced.untimed("one", 200));
    assertThat(room.times()).containsExactly(0L, 0L, 0L, 0L);
    clock.advance(1_000);

    assertThat(room.times()).containsExactly(0L, 0L, 0L, 0L, 20L, 40L, 60L, 80L, 100L, 120L);
    assertThat(events).containsExactly("first one 0", "heard one 200");
  }

  @Test
  void aFullRoomIsOfferedTheSameFrameAgain() {
    add(Voiced.untimed("one", 100));
    clock.advance(30);
    room.full = true;
    clock.advance(100);
    room.full = false;
    clock.advance(500);

    assertThat(room.samples()).containsExactly(0, 20, 40, 60, 80);
    assertThat(playout.isIdle()).isTrue();
  }

  @Test
  void aDuckIsARampToTheLowerVoice() {
    add(Voiced.untimed("one", 2_000));
    clock.advance(1_010);
    loop.execute(playout::duck);
    clock.advance(100);
    int ducked = room.sent.get(room.sent.size() - 1).sample();
    loop.execute(playout::unduck);
    clock.advance(100);
    int full = room.sent.get(room.sent.size() - 1).sample();

    assertThat(ducked).isBetween(270, 285); // a quarter of 1,100
    assertThat(full).isEqualTo(1_200);
  }

  @Test
  void whatWasSaidLatelyIsKnownForTheEchoGuard() {
    add(Voiced.timed("we open at noon", 200));
    clock.advance(500);

    assertThat(playout.saidWithin(Duration.ofSeconds(5))).isEqualTo("we open at ");
    assertThat(playout.saidWithin(Duration.ofMillis(50))).isEqualTo("at ");
    clock.advance(6_000);
    assertThat(playout.saidWithin(Duration.ofSeconds(5))).isEmpty();
  }

  @Test
  void theRestOfAWordIsKnown() {
    assertThat(playout.restOfWord()).isZero();
    add(Voiced.timed("we open", 200));
    clock.advance(250);

    assertThat(playout.restOfWord()).isEqualTo(Duration.ofMillis(150));
  }

  @Test
  void aSpeechThatEndsWithoutAudioIsHeardAtOnce() {
    var voiced = new Voiced();
    add(voiced.speech());
    clock.advance(100);
    voiced.complete();
    loop.execute(playout::wake);

    assertThat(room.sent).isEmpty();
    assertThat(playout.isIdle()).isTrue();
    assertThat(events).containsExactly("heard  100");
  }
}
