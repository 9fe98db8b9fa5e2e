package dev.parley.web;

import dev.parley.AgentEvent;
import dev.parley.Cancellable;
import dev.parley.SessionClock;
import dev.parley.TurnEvent;
import dev.parley.audio.AudioFrame;
import dev.parley.spi.CloseReason;
import dev.parley.spi.Room;
import dev.parley.spi.RoomCapabilities;
import dev.parley.spi.RoomListener;
import dev.parley.spi.RoomRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A room whose people sit at web pages, as the engine sees it. Thread-safe, never blocks. */
final class WebRoom extends Room {
  /** A clear empties the pages' queues within a frame, and pages report what they have played. */
  private static final RoomCapabilities CAPABILITIES =
      new RoomCapabilities(WebOptions.EAR, WebOptions.VOICE, WebOptions.LEAD, true);

  private final RoomRequest request;
  private final SessionClock clock;
  private final Voice voice = new Voice();
  private final Reception reception;
  private Cancellable finishing = Cancellable.NONE;

  /**
   * Creates a room without people.
   *
   * @param emptyFor after how long without people the room closes by itself; null: never
   * @param ended called once when the room is closed
   */
  WebRoom(
      WebOptions options,
      RoomRequest request,
      RoomListener listener,
      @Nullable Duration emptyFor,
      Runnable ended) {
    this.request = request;
    this.clock = request.context().clock();
    this.reception = new Reception(options, request, voice, listener, emptyFor, ended);
  }

  /** Where pages come in. */
  Reception reception() {
    return reception;
  }

  @Override
  public RoomCapabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public boolean offer(AudioFrame frame) {
    return reception.isServing() && voice.offer(frame, clock.nanoTime());
  }

  @Override
  public void clear() {
    voice.clear();
  }

  @Override
  public Duration buffered() {
    return reception.isServing() ? voice.buffered(clock.nanoTime()) : Duration.ZERO;
  }

  @Override
  public void publish(AgentEvent event) {
    reception.publish(ToPage.event(event), passing(event));
  }

  /** What an event tells only until the next of its kind. */
  private static @Nullable String passing(AgentEvent event) {
    return event instanceof TurnEvent.Interim interim ? event.name() + interim.turn() : null;
  }

  @Override
  public void finish() {
    finishing = clock.schedule(buffered(), () -> reception.close(CloseReason.finished()));
  }

  @Override
  public void close() {
    finishing.cancel();
    reception.close(CloseReason.cancelled());
  }

  @Override
  public String toString() {
    return "WebRoom[" + request.room() + "]";
  }
}
