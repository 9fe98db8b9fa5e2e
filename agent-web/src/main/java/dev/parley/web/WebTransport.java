package dev.parley.web;

import dev.parley.AgentException;
import dev.parley.SessionClock;
import dev.parley.spi.Room;
import dev.parley.spi.RoomListener;
import dev.parley.spi.RoomRequest;
import dev.parley.spi.Transport;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Rooms on web pages: people open a link, talk with their microphone or type, and hear the agent.
 * Thread-safe.
 *
 * <p>Serves the page and its WebSocket from one small HTTP server, which starts with the first
 * {@link #link}, {@link #open} or {@link #onInvitation} and stops with {@link #close}. Without a
 * {@linkplain Builder#host host} only programs on this machine reach it; with one, links carry a
 * token.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class WebTransport extends Transport {
  private final WebOptions options;
  private final Lobby lobby;
  private final SessionClock clock = SessionClock.system();
  private @Nullable WebServer server;
  private boolean closed;

  private WebTransport(WebOptions options) {
    this.options = options;
    this.lobby = new Lobby(options, clock);
  }

  /** Returns a builder with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public String name() {
    return "web";
  }

  /**
   * The link to the default room, starting the server if it does not run yet.
   *
   * @throws AgentException when the server cannot start, such as that no port is free
   */
  public URI link() {
    return link(options.defaultRoom());
  }

  /**
   * The link to a room. Everybody who opens it is a participant of that room.
   *
   * @throws AgentException when the server cannot start, such as that no port is free
   */
  public URI link(String room) {
    return RoomLink.of(options, server().port(), room);
  }

  /** How many pages are connected now. */
  public int connectionCount() {
    return lobby.pages().count();
  }

  /** How many rooms have an agent now. */
  public int roomCount() {
    return lobby.roomCount();
  }

  /**
   * {@inheritDoc}
   *
   * @throws AgentException when the server cannot start, such as that no port is free
   */
  @Override
  public Room open(RoomRequest request, RoomListener listener) {
    server();
    return lobby.open(request, listener);
  }

  /**
   * {@inheritDoc}
   *
   * @throws AgentException when the server cannot start, such as that no port is free
   */
  @Override
  public boolean onInvitation(Consumer<RoomRequest> listener) {
    lobby.onInvitation(Objects.requireNonNull(listener, "listener"));
    server();
    return true;
  }

  private synchronized WebServer server() {
    if (closed) {
      throw new IllegalStateException("the web transport is closed; build another one");
    }
    if (server == null) {
      server = WebServer.start(options, lobby, clock);
    }
    return server;
  }

  /** Ends all rooms, sends all pages away, and stops the server. */
  @Override
  public void close() {
    WebServer running;
    synchronized (this) {
      closed = true;
      running = server;
      server = null;
    }
    lobby.close();
    if (running != null) {
      running.stop();
    }
  }

  /** Builds web transports. Not thread-safe. */
  public static final class Builder {
    private String host = "127.0.0.1";
    private int port = 8080;
    private @Nullable String token;
    private String agentName = "Parley";
    private List<String> examples = List.of();
    private String defaultRoom = "parley";
    private int maxConnections = 100;
    private Duration grace = Duration.ofSeconds(30);

    private Builder() {}

    /**
     * Sets the address or name to listen on; default {@code 127.0.0.1}, this machine only.
     *
     * <p>With any other, links carry a token, and browsers give the microphone to the page only
     * when a proxy serves it over https.
     */
    public Builder host(String host) {
      if (host.isBlank()) {
        throw new IllegalArgumentException(
            "the host is blank; use 127.0.0.1, 0.0.0.0 or an address of this machine");
      }
      this.host = host;
      return this;
    }

    /**
     * Sets the port, 0 to 65535; default 8080. If it is taken the next free one is used; 0: any.
     */
    public Builder port(int port) {
      if (port < 0 || port > 65_535) {
        throw new IllegalArgumentException("the port is " + port + ", must be 0 to 65535");
      }
      this.port = port;
      return this;
    }

    /**
     * Sets the token that links must carry, of at least 16 characters; default a random one when
     * the host is not this machine only, and none when it is.
     */
    public Builder token(String token) {
      if (!token.matches("[A-Za-z0-9._~-]{16,}")) {
        throw new IllegalArgumentException(
            "the token has "
                + token.length()
                + " characters; use 16 or more of A-Z a-z 0-9 . _ ~ -");
      }
      this.token = token;
      return this;
    }

    /** Sets the agent's name on the page until a session says its own; default {@code Parley}. */
    public Builder agentName(String agentName) {
      this.agentName = Objects.requireNonNull(agentName, "agentName");
      return this;
    }

    /** Sets what the page suggests to ask; default nothing. */
    public Builder examples(List<String> examples) {
      this.examples = List.copyOf(examples);
      return this;
    }

    /** Sets the room of a link that names none; default {@code parley}. */
    public Builder defaultRoom(String defaultRoom) {
      this.defaultRoom = RoomLink.checked(defaultRoom);
      return this;
    }

    /** Sets how many pages may be connected at once, at least 1; default 100. */
    public Builder maxConnections(int maxConnections) {
      if (maxConnections < 1) {
        throw new IllegalArgumentException(
            "maxConnections is " + maxConnections + ", must be 1 or more");
      }
      this.maxConnections = maxConnections;
      return this;
    }

    /**
     * Sets how long the place of a page is kept whose connection broke; default 30 s. The page that
     * comes back in time is the same participant.
     */
    public Builder grace(Duration grace) {
      if (grace.isNegative()) {
        throw new IllegalArgumentException("grace is " + grace + ", must not be negative");
      }
      this.grace = grace;
      return this;
    }

    /**
     * Builds the transport; the server starts when it is needed.
     *
     * @throws IllegalArgumentException when the host is not known
     */
    public WebTransport build() {
      return new WebTransport(options(token));
    }

    private WebOptions options(@Nullable String linkToken) {
      var options =
          new WebOptions(
              host, port, linkToken, agentName, examples, defaultRoom, maxConnections, grace);
      return options.isLoopback() || linkToken != null ? options : options(Secrets.next());
    }
  }
}
