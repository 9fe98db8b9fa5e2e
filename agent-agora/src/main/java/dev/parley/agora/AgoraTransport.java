package dev.parley.agora;

import dev.parley.spi.Room;
import dev.parley.spi.RoomListener;
import dev.parley.spi.RoomRequest;
import dev.parley.spi.Transport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Agora channels as rooms: every user is a participant and is heard apart, the agent speaks and
 * shows its captions as one user among them. Thread-safe.
 *
 * <pre>{@code
 * var agora = AgoraTransport.builder(appId).certificate(certificate).uid("9999").build();
 * AgentSession session = agent.start(agora, "my-channel");
 * }</pre>
 *
 * <p>The SDK allows one app id, scenario and kind of uid in a process; a second transport with
 * others fails until the first is closed. Needs Linux on x86-64 and {@code LD_LIBRARY_PATH}; {@link
 * dev.parley.agora.launch.AgoraLauncher} sees to that.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class AgoraTransport extends Transport {
  private final AgoraOptions options;
  private final OpenRooms rooms = new OpenRooms();

  private AgoraTransport(AgoraOptions options) {
    this.options = options;
  }

  /**
   * Returns a builder with the defaults.
   *
   * @param appId the project's app id, 32 hexadecimal digits
   * @throws IllegalArgumentException when it has another form
   */
  public static Builder builder(String appId) {
    return new Builder(appId);
  }

  @Override
  public String name() {
    return "agora";
  }

  /**
   * {@inheritDoc}
   *
   * <p>An observer joins as audience: others do not see it, and it sends neither sound nor
   * captions.
   *
   * @throws IllegalStateException when the transport is closed
   */
  @Override
  public Room open(RoomRequest request, RoomListener listener) {
    var voice = new Voice();
    var opening = rooms.open();
    var stay = new Stay(options, request, listener, voice, rooms.lease(), opening.released());
    var room = new AgoraRoom(options, request, voice, stay);
    opening.is(room);
    stay.begin();
    return room;
  }

  /** Leaves all rooms. The SDK ends in the background; see {@link #awaitReleased}. */
  @Override
  public void close() {
    rooms.close();
  }

  /**
   * Waits until all rooms that were closed have given back what the SDK held for them, which takes
   * about a second. For the end of a program.
   *
   * @return whether nothing is left
   */
  public boolean awaitReleased(Duration atMost) throws InterruptedException {
    return rooms.awaitReleased(atMost);
  }

  /** Names no secret. */
  @Override
  public String toString() {
    return "AgoraTransport[uid=" + options.uid().text() + "]";
  }

  /** Builds Agora transports. Not thread-safe. */
  public static final class Builder {
    private static final Duration SHORTEST_TOKEN = Duration.ofMinutes(1);
    private static final Duration LONGEST_TOKEN = Duration.ofHours(24);
    private static final Duration MOST_INCREMENTAL = Duration.ofSeconds(2);

    private final String appId;
    private @Nullable String certificate;
    private @Nullable AgoraTokenSource tokenSource;
    private Duration tokenLifetime = LONGEST_TOKEN;
    private String uid = "9999";
    private AgoraScenario scenario = AgoraScenario.CHORUS;
    private Duration incremental = Duration.ZERO;
    private boolean flush = true;
    private AgoraMessages messages = AgoraMessages.CAPTIONS;
    private Duration reconnectLimit = Duration.ofMinutes(2);
    private @Nullable Path logFile;

    private Builder(String appId) {
      this.appId = Hex.checked("the app id", "AGORA_APP_ID", appId);
    }

    /**
     * Sets the project's certificate, from which tokens are made; default none: the project asks
     * for no tokens, or there is a {@link #tokenSource}.
     *
     * @throws IllegalArgumentException when it is not 32 hexadecimal digits
     */
    public Builder certificate(String certificate) {
      this.certificate = Hex.checked("the app certificate", "AGORA_APP_CERT", certificate);
      return this;
    }

    /** Sets where tokens come from instead of the certificate; default none. */
    public Builder tokenSource(AgoraTokenSource tokenSource) {
      this.tokenSource = Objects.requireNonNull(tokenSource, "tokenSource");
      return this;
    }

    /** Sets how long tokens of the certificate are good for, 1 min to 24 h; default 24 h. */
    public Builder tokenLifetime(Duration tokenLifetime) {
      if (tokenLifetime.compareTo(SHORTEST_TOKEN) < 0
          || tokenLifetime.compareTo(LONGEST_TOKEN) > 0) {
        throw new IllegalArgumentException(
            "tokenLifetime is " + tokenLifetime + ", must be 1 min to 24 h");
      }
      this.tokenLifetime = tokenLifetime;
      return this;
    }

    /**
     * Sets the agent's user id; default {@code 9999}.
     *
     * <p>A number up to 4294967295 for channels whose users have numbers, {@code 0} lets Agora
     * choose one; any other text for channels whose users have accounts.
     */
    public Builder uid(String uid) {
      this.uid = new BotUid(uid).text();
      return this;
    }

    /** Sets how the voice travels; default {@link AgoraScenario#CHORUS}. */
    public Builder scenario(AgoraScenario scenario) {
      this.scenario = Objects.requireNonNull(scenario, "scenario");
      return this;
    }

    /**
     * Sets how much of the beginning of each stretch of speech the SDK sends at double speed, up to
     * 2 s; default zero, none. Works in {@link AgoraScenario#AI_SERVER}; Agora advises 500 ms.
     */
    public Builder incremental(Duration incremental) {
      if (incremental.isNegative() || incremental.compareTo(MOST_INCREMENTAL) > 0) {
        throw new IllegalArgumentException("incremental is " + incremental + ", must be 0 to 2 s");
      }
      this.incremental = incremental;
      return this;
    }

    /**
     * Sets whether an interruption also takes the voice's track away and puts it back, so that
     * nothing that the SDK and clients hold is heard; default true. Without it up to 200 ms are.
     */
    public Builder flush(boolean flush) {
      this.flush = flush;
      return this;
    }

    /** Sets which events clients get; default {@link AgoraMessages#CAPTIONS}. */
    public Builder messages(AgoraMessages messages) {
      this.messages = Objects.requireNonNull(messages, "messages");
      return this;
    }

    /** Sets how long a lost connection is waited for before the room closes; default 2 min. */
    public Builder reconnectLimit(Duration reconnectLimit) {
      if (reconnectLimit.isNegative() || reconnectLimit.isZero()) {
        throw new IllegalArgumentException(
            "reconnectLimit is " + reconnectLimit + ", must be more than zero");
      }
      this.reconnectLimit = reconnectLimit;
      return this;
    }

    /** Sets where the SDK writes its log; default the folder {@code .agora} in the user's home. */
    public Builder logFile(Path logFile) {
      this.logFile = Objects.requireNonNull(logFile, "logFile");
      return this;
    }

    /** Builds the transport; the SDK starts with the first room. */
    public AgoraTransport build() {
      return new AgoraTransport(
          new AgoraOptions(
              appId,
              tokens(),
              new BotUid(uid),
              scenario,
              incremental,
              flush,
              messages,
              reconnectLimit,
              logFile));
    }

    private AgoraTokenSource tokens() {
      if (tokenSource != null) {
        return tokenSource;
      }
      return certificate == null
          ? (channel, user) -> ""
          : new MintedTokens(appId, certificate, tokenLifetime);
    }
  }
}
