package dev.parley.internal.ear;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.internal.loop.SessionLoop;
import dev.parley.internal.time.HandClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class AudioInletTest implements AudioInlet.Outlet {
  private static final Duration FRAME = Duration.ofMillis(10);

  private final HandClock clock = new HandClock();
  private final Queue<Runnable> visits = new ArrayDeque<>();
  private final List<String> heard = new ArrayList<>();
  private final SessionLoop loop =
      new SessionLoop(
          clock,
          visits::add,
          failure -> {
            throw new AssertionError(failure);
          });
  private final AudioInlet inlet = new AudioInlet(loop, "ann", this);
  private Duration wanted = Duration.ZERO;
  private int wakes;

  @Override
  public void onAudio(String participant, AudioFrame frame, long captured) {
    heard.add(participant + " " + captured / 1_000_000);
  }

  @Override
  public Duration wants(String participant) {
    return wanted;
  }

  /** A frame each 10 ms; the loop runs as soon as it is called. */
  private void offer(int frames) {
    for (int i = 0; i < frames; i++) {
      clock.advance(FRAME.toMillis());
      assertThat(inlet.offer(AudioFrame.silence(AudioFormat.MONO_16K, FRAME), 0)).isTrue();
      runLoop();
    }
  }

  private void runLoop() {
    while (!visits.isEmpty()) {
      wakes++;
      visits.remove().run();
    }
  }

  @Test
  void whereEveryFrameIsWantedEachWakesTheLoop() {
    offer(3);
    assertThat(heard).containsExactly("ann 10", "ann 20", "ann 30");
    assertThat(wakes).isEqualTo(3);
    assertThat(clock.timers()).isZero();
  }

  @Test
  void theFrameThatCompletesWhatIsWantedBringsTheOthersAlong() {
    offer(1);
    wanted = Duration.ofMillis(50);
    offer(1); // after which the loop has told what it wants
    heard.clear();
    wakes = 0;

    offer(4);
    assertThat(heard).isEmpty();
    offer(1);
    assertThat(heard).containsExactly("ann 30", "ann 40", "ann 50", "ann 60", "ann 70");
    assertThat(wakes).isEqualTo(1);
  }

  @Test
  void whenNoMoreFramesComeThoseThatWaitFollowSoon() {
    wanted = Duration.ofMillis(50);
    offer(1);
    heard.clear();
    offer(2);
    clock.advance(109); // 50 ms that are lacking and 60 ms by which a frame may be late
    runLoop();
    assertThat(heard).hasSize(2);
    assertThat(clock.timers()).isZero();
  }

  @Test
  void whatHappensNextInTheRoomHearsThemFirst() {
    wanted = Duration.ofMillis(50);
    offer(1);
    offer(2);
    loop.execute(inlet::drain);
    loop.execute(() -> heard.add("let go"));
    runLoop();
    assertThat(heard).containsExactly("ann 10", "ann 20", "ann 30", "let go");
    assertThat(clock.timers()).isZero();
  }

  @Test
  void aLoopThatStandsStillLosesTheNewestFramesAndCallsNoSecondTime() {
    AudioFrame frame = AudioFrame.silence(AudioFormat.MONO_16K, FRAME);
    int taken = 0;
    for (int i = 0; i < 300; i++) {
      taken += inlet.offer(frame, 0) ? 1 : 0;
    }
    assertThat(taken).isEqualTo(200);
    assertThat(visits).hasSize(1);
    runLoop();
    assertThat(heard).hasSize(200);
    assertThat(inlet.offer(frame, 0)).isTrue();
  }
}
