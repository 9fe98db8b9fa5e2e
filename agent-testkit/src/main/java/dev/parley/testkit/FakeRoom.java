package dev.parley.testkit;

import dev.parley.AgentEvent;
import dev.parley.SessionClock;
import dev.parley.audio.AudioFrame;
import dev.parley.spi.CloseReason;
import dev.parley.spi.Participant;
import dev.parley.spi.PluginContext;
import dev.parley.spi.Room;
import dev.parley.spi.RoomCapabilities;
import dev.parley.spi.RoomListener;
import dev.parley.spi.RoomRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * A room of a {@link FakeTransport}. It is joined at the instant at which it is opened; the talk
 * begins then.
 *
 * <p>While the connection is lost nobody in it is heard, nothing can be offered, and what was on
 * the way is gone. Thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class FakeRoom extends Room {
  private final FakeTransport transport;
  private final String name;
  private final PluginContext context;
  private final RoomListener listener;
  private final SessionClock sounds;
  private final SessionClock inputs;
  private final TalkTime time;
  private final StreamEnd end;
  private final Speaker speaker;
  private final Set<String> present = new LinkedHashSet<>();
  private final List<Runnable> whenBack = new ArrayList<>();
  private final List<AgentEvent> published = new ArrayList<>();
  private boolean connected;
  private boolean finished;

  FakeRoom(FakeTransport transport, RoomRequest request, RoomListener listener, Runnable counted) {
    this.transport = transport;
    this.name = request.room();
    this.context = request.context();
    this.listener = listener;
    this.sounds = InputClock.of(context.clock(), ClockEntry.SOUND);
    this.inputs = InputClock.of(context.clock(), ClockEntry.INPUT);
    this.time = new TalkTime(transport.talk(), context);
    this.end = new StreamEnd(inputs, listener, counted);
    this.speaker = new Speaker(transport.delay());
  }

  void join() {
    transport.talk().beginsNow(context);
    at(Duration.ZERO, this::opened);
    transport.drops().forEach(this::scheduleDrop);
    transport
        .talk()
        .visits()
        .forEach(visit -> at(visit.at(), () -> orWhenBack(() -> happens(visit))));
    List<Sound> all = transport.talk().sounds();
    for (int i = 0; i < all.size(); i++) {
      int number = i;
      at(all.get(i).at(), () -> plays(number, 0));
    }
  }

  private void at(Duration at, Runnable task) {
    sounds.schedule(time.until(at), task);
  }

  private void scheduleDrop(Gap gap) {
    at(gap.at(), this::lose);
    at(gap.end(), this::getBack);
  }

  private synchronized void opened() {
    if (end.ended()) {
      return;
    }
    connected = true;
    listener.onOpened();
    transport.talk().presentFromTheStart().forEach(this::joins);
  }

  private synchronized void joins(String who) {
    if (!end.ended() && present.add(who)) {
      listener.onParticipantJoined(Participant.of(who));
    }
  }

  private synchronized void orWhenBack(Runnable task) {
    if (connected) {
      task.run();
    } else {
      whenBack.add(task);
    }
  }

  private void happens(Visit visit) {
    if (end.ended()) {
      return;
    }
    switch (visit.kind()) {
      case JOINS -> joins(visit.who());
      case LEAVES -> leaves(visit.who());
      case TYPES -> listener.onText(visit.who(), visit.text());
      case PRESSES -> listener.onTalkButton(visit.who(), true);
      case LETS_GO -> listener.onTalkButton(visit.who(), false);
    }
  }

  private synchronized void leaves(String who) {
    if (!end.ended() && present.remove(who)) {
      listener.onParticipantLeft(who);
    }
  }

  /** Delivers one frame of a sound, at the moment at which it begins, and sees to the next. */
  private synchronized void plays(int number, int frame) {
    Sound sound = transport.talk().sounds().get(number);
    if (end.ended()) {
      return;
    }
    if (frame + 1 < SoundFrames.countOf(sound)) {
      at(
          sound.at().plusNanos(SoundFrames.LENGTH.toNanos() * (frame + 1)),
          () -> plays(number, frame + 1));
    }
    sound(sound.who(), SoundFrames.frame(number, frame, sound));
  }

  private synchronized void lose() {
    if (connected && !end.ended()) {
      connected = false;
      speaker.clear(now());
      listener.onLost("the script cut the connection");
    }
  }

  private synchronized void getBack() {
    if (!connected && !end.ended()) {
      connected = true;
      listener.onBack();
      listener.onReady();
      var waited = List.copyOf(whenBack);
      whenBack.clear();
      waited.forEach(Runnable::run);
    }
  }

  private long now() {
    return context.clock().nanoTime();
  }

  @Override
  public RoomCapabilities capabilities() {
    return transport.capabilities();
  }

  @Override
  public synchronized boolean offer(AudioFrame frame) {
    if (!frame.format().equals(FakeTransport.FORMAT)) {
      throw new IllegalArgumentException(
          "the frame is " + frame + "; the room takes " + FakeTransport.FORMAT);
    }
    return connected && !finished && !end.ended() && speaker.offer(frame, now());
  }

  @Override
  public synchronized void clear() {
    speaker.clear(now());
  }

  @Override
  public synchronized Duration buffered() {
    return Duration.ofNanos(speaker.bufferedNanos(now()));
  }

  @Override
  public synchronized void publish(AgentEvent event) {
    published.add(event);
  }

  @Override
  public synchronized void finish() {
    if (!finished && !end.ended()) {
      finished = true;
      long left =
          Math.max(
              0, speaker.silentAtNanos() == Long.MIN_VALUE ? 0 : speaker.silentAtNanos() - now());
      inputs.schedule(Duration.ofNanos(left), this::leave);
    }
  }

  private synchronized void leave() {
    end.end(CloseReason.finished());
  }

  @Override
  public synchronized void close() {
    speaker.clear(now());
    end.end(CloseReason.cancelled());
  }

  /** The room's name. */
  public String name() {
    return name;
  }

  /** Lets somebody join who is in no script, at this instant. */
  public void letJoin(String who) {
    inputs.schedule(Duration.ZERO, () -> orWhenBack(() -> joins(who)));
  }

  /** Lets somebody leave, at this instant. */
  public void letLeave(String who) {
    inputs.schedule(Duration.ZERO, () -> orWhenBack(() -> leaves(who)));
  }

  /** Lets somebody who is there make a sound that is in no script, at this instant. */
  public void letSound(String who, AudioFrame frame) {
    inputs.schedule(Duration.ZERO, () -> sound(who, frame));
  }

  private synchronized void sound(String who, AudioFrame frame) {
    if (connected && !end.ended() && present.contains(who)) {
      listener.onAudio(who, frame);
    }
  }

  /**
   * All that was heard of the agent, in order, silence included; what was cleared in time is not in
   * it.
   */
  public synchronized List<HeardFrame> heard() {
    return speaker.frames(now() - time.elapsed().toNanos());
  }

  /** Whether nothing of the agent was to be heard between two moments, counted from the joining. */
  public boolean silentBetween(Duration from, Duration to) {
    return heard().stream().noneMatch(frame -> frame.sounds() && frame.within(from, to));
  }

  /** The events that the session published, in order. */
  public synchronized List<AgentEvent> published() {
    return List.copyOf(published);
  }
}
