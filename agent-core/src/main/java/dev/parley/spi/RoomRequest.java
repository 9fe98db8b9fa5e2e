package dev.parley.spi;

import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Which room to join, and as whom. Immutable. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RoomRequest {
  private final String room;
  private final String agentName;
  private final boolean observer;
  private final @Nullable PluginContext context;

  private RoomRequest(Builder builder) {
    this.room = builder.room;
    this.agentName = builder.agentName;
    this.observer = builder.observer;
    this.context = builder.context;
  }

  /** Returns a request for the room with this name. */
  public static RoomRequest of(String room) {
    return builder().room(room).build();
  }

  /** Returns a builder with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the values of this request. */
  public Builder toBuilder() {
    var builder = new Builder();
    builder.room = room;
    builder.agentName = agentName;
    builder.observer = observer;
    builder.context = context;
    return builder;
  }

  /** The room's name: an Agora channel, a room link. */
  public String room() {
    return room;
  }

  /** How the agent is shown to others. */
  public String agentName() {
    return agentName;
  }

  /**
   * Whether the agent only listens: it publishes no audio and shows itself as little as the
   * transport allows.
   */
  public boolean observer() {
    return observer;
  }

  /** What the session lends. Set by the engine; an application that builds a request has none. */
  public PluginContext context() {
    if (context == null) {
      throw new IllegalStateException(
          "the request has no context; rooms are opened by a session, not by hand");
    }
    return context;
  }

  /** Builds requests. Not thread-safe. */
  public static final class Builder {
    private String room = "parley";
    private String agentName = "Parley";
    private boolean observer;
    private @Nullable PluginContext context;

    private Builder() {}

    /** Sets the room's name; default {@code parley}. */
    public Builder room(String room) {
      if (room.isBlank()) {
        throw new IllegalArgumentException(
            "the room's name is blank; name the channel or room to join");
      }
      this.room = room;
      return this;
    }

    /** Sets how the agent is shown to others; default {@code Parley}. */
    public Builder agentName(String agentName) {
      this.agentName = Objects.requireNonNull(agentName, "agentName");
      return this;
    }

    /** Makes the agent a silent observer; default false. */
    public Builder observer(boolean observer) {
      this.observer = observer;
      return this;
    }

    /** Sets what the session lends; called by the engine. */
    public Builder context(PluginContext context) {
      this.context = Objects.requireNonNull(context, "context");
      return this;
    }

    /** Builds the request. */
    public RoomRequest build() {
      return new RoomRequest(this);
    }
  }
}
