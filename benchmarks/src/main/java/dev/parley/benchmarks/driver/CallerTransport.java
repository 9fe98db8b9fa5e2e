package dev.parley.benchmarks.driver;

import dev.parley.spi.Participant;
import dev.parley.spi.Room;
import dev.parley.spi.RoomListener;
import dev.parley.spi.RoomRequest;
import dev.parley.spi.Transport;
import org.jspecify.annotations.Nullable;

/** The way to one caller, who is in the room before the agent. */
final class CallerTransport extends Transport {
  static final String CALLER = "caller";

  private final int session;
  private final CallerAudio audio;
  private final EventLog log;
  private volatile @Nullable RoomListener agent;
  private volatile @Nullable Loudspeaker loudspeaker;

  CallerTransport(int session, CallerAudio audio, EventLog log) {
    this.session = session;
    this.audio = audio;
    this.log = log;
  }

  @Override
  public String name() {
    return "load";
  }

  @Override
  public Room open(RoomRequest request, RoomListener listener) {
    var room = new Loudspeaker(session, audio.format(), listener, log, Stopwatch::micros);
    loudspeaker = room;
    listener.onOpened();
    listener.onParticipantJoined(Participant.of(CALLER));
    agent = listener;
    return room;
  }

  /** Who hears the caller, once the room is open. */
  @Nullable RoomListener agent() {
    return agent;
  }

  /** What the caller hears, once the room is open. */
  @Nullable Loudspeaker loudspeaker() {
    return loudspeaker;
  }
}
