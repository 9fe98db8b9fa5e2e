package dev.parley.benchmarks.jmh;

import dev.parley.spi.Participant;
import dev.parley.spi.Room;
import dev.parley.spi.RoomListener;
import dev.parley.spi.RoomRequest;
import dev.parley.spi.Transport;

/** Rooms with one silent caller each. */
final class SilentTransport extends Transport {
  static final String CALLER = "caller";

  private final Runnable onFrame;

  /** Creates rooms that tell of every frame of the agent's, on the session loop. */
  SilentTransport(Runnable onFrame) {
    this.onFrame = onFrame;
  }

  @Override
  public String name() {
    return "silent";
  }

  @Override
  public Room open(RoomRequest request, RoomListener listener) {
    listener.onOpened();
    listener.onParticipantJoined(Participant.of(CALLER));
    return new SilentRoom(listener, onFrame);
  }
}
