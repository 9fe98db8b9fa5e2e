package dev.parley.testkit;

import dev.parley.audio.AudioFormat;
import dev.parley.spi.Room;
import dev.parley.spi.RoomCapabilities;
import dev.parley.spi.RoomListener;
import dev.parley.spi.RoomRequest;
import dev.parley.spi.Transport;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apiguardian.api.API;

/**
 * Opens rooms in which the people of a {@link Talk} come, go and speak, and that know to the
 * nanosecond what was heard of the agent. Thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class FakeTransport extends Transport implements StreamSource {
  /**
   * The shape of the agent's voice in these rooms; the same as that of {@link ScriptedTts}, so that
   * nothing is converted.
   */
  public static final AudioFormat FORMAT = AudioFormat.MONO_16K;

  private final Builder script;
  private final OpenStreams streams = new OpenStreams();
  private final List<FakeRoom> rooms = new CopyOnWriteArrayList<>();

  private FakeTransport(Builder builder) {
    this.script = builder.copy();
  }

  /** Returns a builder of a transport to rooms in which this happens. */
  public static Builder builder(Talk talk) {
    return new Builder(talk);
  }

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public Room open(RoomRequest request, RoomListener listener) {
    var room = new FakeRoom(this, request, listener, streams.open("room"));
    rooms.add(room);
    room.join();
    return room;
  }

  /** The rooms that were opened, in order. */
  public List<FakeRoom> rooms() {
    return List.copyOf(rooms);
  }

  /** The room that was opened last. @throws IllegalStateException when there is none */
  public FakeRoom room() {
    if (rooms.isEmpty()) {
      throw new IllegalStateException("no room was opened; start a session first");
    }
    return rooms.get(rooms.size() - 1);
  }

  @Override
  public List<String> unfinishedStreams() {
    return streams.names();
  }

  Talk talk() {
    return script.talk;
  }

  Duration delay() {
    return script.buffer;
  }

  List<Gap> drops() {
    return script.drops;
  }

  RoomCapabilities capabilities() {
    return new RoomCapabilities(SoundFrames.FORMAT, FORMAT, script.lead, script.pausable);
  }

  /** Builds transports. Not thread-safe. */
  public static final class Builder {
    private final Talk talk;
    private boolean pausable = true;
    private Duration buffer = Duration.ZERO;
    private Duration lead = Duration.ZERO;
    private List<Gap> drops = List.of();

    private Builder(Talk talk) {
      this.talk = Objects.requireNonNull(talk, "talk");
    }

    private Builder copy() {
      var copy = new Builder(talk);
      copy.pausable = pausable;
      copy.buffer = buffer;
      copy.lead = lead;
      copy.drops = List.copyOf(drops);
      return copy;
    }

    /** Sets whether the rooms can hold back audio they were given; default true. */
    public Builder pausable(boolean pausable) {
      this.pausable = pausable;
      return this;
    }

    /** Sets how much later than it is offered the agent's voice is heard; default zero. */
    public Builder buffer(Duration buffer) {
      if (buffer.isNegative()) {
        throw new IllegalArgumentException("buffer is " + buffer + ", must not be negative");
      }
      this.buffer = buffer;
      return this;
    }

    /** Sets how much audio the rooms want ahead of time; default zero. */
    public Builder lead(Duration lead) {
      this.lead = lead;
      return this;
    }

    /** Sets when the connection is lost; default never. */
    public Builder drops(List<Gap> drops) {
      this.drops = List.copyOf(drops);
      return this;
    }

    /** Builds the transport. */
    public FakeTransport build() {
      return new FakeTransport(this);
    }
  }
}
