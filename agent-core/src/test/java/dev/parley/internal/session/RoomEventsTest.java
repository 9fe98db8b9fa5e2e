package dev.parley.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.AgentException;
import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.internal.loop.SessionLoop;
import dev.parley.internal.time.HandClock;
import dev.parley.spi.CloseReason;
import dev.parley.spi.Participant;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** What a room tells while the session's loop is busy. */
class RoomEventsTest implements RoomEvents.Listener {
  private static final Duration FRAME = Duration.ofMillis(10);

  private final HandClock clock = new HandClock();
  private final Queue<Runnable> visits = new ArrayDeque<>();
  private final List<String> told = new ArrayList<>();
  private final SessionLoop loop =
      new SessionLoop(
          clock,
          visits::add,
          failure -> {
            throw new AssertionError(failure);
          });
  private final RoomEvents room = new RoomEvents(loop, this);
  private Duration wanted = Duration.ZERO;

  private void speaks(String participant) {
    clock.advance(FRAME.toMillis());
    room.onAudio(participant, AudioFrame.silence(AudioFormat.MONO_16K, FRAME));
  }

  private List<String> whatTheLoopHears() {
    while (!visits.isEmpty()) {
      visits.remove().run();
    }
    return told;
  }

  @Test
  void whoSpeaksAtOnceIsHeardAfterTheyHaveJoined() {
    room.onParticipantJoined(Participant.of("ann"));
    speaks("ann");
    speaks("ann");
    assertThat(whatTheLoopHears()).containsExactly("ann joined", "ann 10", "ann 20");
  }

  @Test
  void whatIsSaidWhileTheButtonIsHeldComesBetweenPressAndRelease() {
    speaks("ann");
    room.onTalkButton("ann", true);
    speaks("ann");
    room.onTalkButton("ann", false);
    speaks("ann");
    assertThat(whatTheLoopHears())
        .containsExactly("ann 10", "ann true", "ann 20", "ann false", "ann 30");
  }

  @Test
  void whoComesBackIsHeardAgain() {
    room.onParticipantJoined(Participant.of("ann"));
    speaks("ann");
    room.onParticipantLeft("ann");
    room.onParticipantJoined(Participant.of("ann"));
    speaks("ann");
    assertThat(whatTheLoopHears())
        .containsExactly("ann joined", "ann 10", "ann left", "ann joined", "ann 20");
  }

  @Test
  void whatFollowsAnEventIsHeardThoughMoreIsWanted() {
    speaks("ann");
    whatTheLoopHears();
    wanted = Duration.ofMillis(50);
    speaks("ann");
    whatTheLoopHears();
    told.clear();

    speaks("ann");
    room.onText("ann", "hello");
    speaks("ann");
    assertThat(whatTheLoopHears()).containsExactly("ann 30", "ann: hello", "ann 40");
  }

  @Test
  void aLoopThatStandsStillIsToldHowMuchWasDropped() {
    for (int i = 0; i < 250; i++) {
      speaks("ann");
    }
    assertThat(whatTheLoopHears()).hasSize(201).contains("dropped 50", "ann 2000");
  }

  @Override
  public void onAudio(String participant, AudioFrame frame, long captured) {
    told.add(participant + " " + captured / 1_000_000);
  }

  @Override
  public Duration wants(String participant) {
    return wanted;
  }

  @Override
  public void onOpened() {
    told.add("opened");
  }

  @Override
  public void onJoined(Participant participant) {
    told.add(participant.id() + " joined");
  }

  @Override
  public void onLeft(String participant) {
    told.add(participant + " left");
  }

  @Override
  public void onText(String participant, String text) {
    told.add(participant + ": " + text);
  }

  @Override
  public void onTalkButton(String participant, boolean pressed) {
    told.add(participant + " " + pressed);
  }

  @Override
  public void onReady() {
    told.add("ready");
  }

  @Override
  public void onLost() {
    told.add("lost");
  }

  @Override
  public void onBack() {
    told.add("back");
  }

  @Override
  public void onError(AgentException error) {
    told.add("error " + error.getMessage());
  }

  @Override
  public void onDropped(long frames) {
    told.add("dropped " + frames);
  }

  @Override
  public void onRoomClosed(CloseReason reason) {
    told.add("closed");
  }
}
