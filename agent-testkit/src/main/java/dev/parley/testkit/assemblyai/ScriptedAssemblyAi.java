package dev.parley.testkit.assemblyai;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * AssemblyAI's streaming API on a loopback socket, for tests. Thread-safe.
 *
 * <p>Recognises {@link CodedSpeech} unless it is told to {@linkplain #play play} a fixture. Checks
 * what clients send: {@link #violations} must be empty at the end of a test. Mints tokens at {@code
 * /v3/token}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ScriptedAssemblyAi implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final VisitLog log = new VisitLog();
  private final Reception reception = new Reception(log);
  private final LoopbackServer server;
  private volatile @Nullable FixturePlay play;

  private ScriptedAssemblyAi() throws IOException {
    this.server = new LoopbackServer(reception);
  }

  /** Starts a server on a free port. */
  public static ScriptedAssemblyAi start() {
    try {
      var started = new ScriptedAssemblyAi();
      started.server.start();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on the loopback address", e);
    }
  }

  /** The base URL for clients, such as {@code ws://127.0.0.1:40123}. */
  public String url() {
    return "ws://127.0.0.1:" + server.port();
  }

  /** Recognises speech and tells it this much audio later; the real server takes about a second. */
  public ScriptedAssemblyAi lateness(Duration audio) {
    int millis = Math.toIntExact(audio.toMillis());
    reception.script(() -> new Recognizer(millis));
    return this;
  }

  /**
   * Plays a fixture from the next connection on.
   *
   * @param speed how many times faster than written; {@link Double#POSITIVE_INFINITY} without waits
   */
  public ScriptedAssemblyAi play(AssemblyAiFixture fixture, double speed) {
    var playing = new FixturePlay(fixture, speed, log);
    play = playing;
    reception.script(() -> playing);
    return this;
  }

  /** Lets only these keys and tokens in, and those that it mints; without any, all. */
  public ScriptedAssemblyAi accept(String... keys) {
    reception.accept(Set.of(keys));
    return this;
  }

  /** Breaks the connection of this number, counted from 1. */
  public ScriptedAssemblyAi breakConnection(int number, Breakage breakage) {
    reception.breakConnection(number, breakage);
    return this;
  }

  /**
   * Answers the upgrade of the connection of this number, counted from 1, with an HTTP status.
   *
   * @param header a line such as {@code Retry-After: 3}, or the empty text
   */
  public ScriptedAssemblyAi refuseUpgrade(int number, int status, String header) {
    String line = header.isEmpty() ? "" : header + "\r\n";
    reception.refuseUpgrade(number, new LoopbackServer.Answer(status, line, ""));
    return this;
  }

  /** Answers requests for tokens with this instead of a token. */
  public ScriptedAssemblyAi refuseTokens(int status, String body) {
    reception.refuseTokens(new LoopbackServer.Answer(status, "", body));
    return this;
  }

  /** Sends a text on the connection of this number, whatever it is. */
  public void send(int connection, String text) {
    reception.visit(connection).sendRaw(text);
  }

  /** Cuts the connection of this number now. */
  public void cut(int connection) {
    reception.visit(connection).drop();
  }

  /** Sends a close frame on the connection of this number now. */
  public void closeConnection(int connection, int code, String reason) {
    reception.visit(connection).close(code, reason);
  }

  /** What clients did that the real server punishes; empty when they are well behaved. */
  public List<String> violations() {
    return log.violations();
  }

  /** How many connections there have been. */
  public int connections() {
    return log.connections();
  }

  /** How many connections are open. */
  public int openConnections() {
    return log.open();
  }

  /** How many tokens were minted. */
  public int tokensMinted() {
    return reception.tokensMinted();
  }

  /** The parameters of the connection of this number, counted from 1. */
  public Map<String, String> query(int connection) {
    return log.request(connection).query();
  }

  /** A header of the connection of this number; empty when it was not sent. */
  public String header(int connection, String name) {
    return log.request(connection).header(name);
  }

  /** The lengths of all messages of audio, in milliseconds. */
  public List<Double> messageMillis() {
    return log.messageMillis();
  }

  /** How many samples came on the connection of this number. */
  public long samples(int connection) {
    return log.samples(connection);
  }

  /** All control messages that came on the connection of this number. */
  public List<JsonNode> messages(int connection) {
    return log.messages().stream()
        .filter(each -> each.connection() == connection)
        .map(VisitLog.Said::message)
        .toList();
  }

  /**
   * Waits until a condition holds, half a minute at most. @throws AssertionError when it does not
   */
  public void await(String what, BooleanSupplier condition) {
    if (!awaitFor(PATIENCE, condition)) {
      throw new AssertionError("waited in vain for " + what);
    }
  }

  /** Waits until a condition holds; false: it did not within this time. */
  public boolean awaitFor(Duration atMost, BooleanSupplier condition) {
    try {
      return log.await(atMost, condition);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting", e);
    }
  }

  /** The fixture's line that waits for the client now, with its place; empty: none does. */
  public String waitsFor() {
    FixturePlay playing = play;
    return playing == null ? "" : playing.waitsFor();
  }

  /** Whether the fixture has been played to its end, or failed. */
  public boolean isPlayed() {
    FixturePlay playing = play;
    return playing == null || playing.isDone();
  }

  /**
   * Waits for the end of the fixture. @throws AssertionError when the client did not do its part
   */
  public void awaitPlayed() {
    FixturePlay playing = play;
    try {
      if (playing != null) {
        playing.awaitEnd();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting", e);
    }
  }

  /** Stops listening and cuts all connections. */
  @Override
  public void close() {
    server.close();
  }
}
