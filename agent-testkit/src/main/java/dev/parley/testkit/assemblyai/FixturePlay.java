package dev.parley.testkit.assemblyai;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Plays a fixture, on a thread of its own. */
final class FixturePlay implements Script {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final AssemblyAiFixture fixture;
  private final double speed;
  private final VisitLog log;
  private final Map<Integer, Visit> visits = new HashMap<>();
  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private int connection;
  private int saidSoFar;
  private double audioBefore;
  private volatile String waitsFor = "";

  /**
   * Begins to play.
   *
   * @param speed how many times faster than written; infinite: without waits of the server
   */
  FixturePlay(AssemblyAiFixture fixture, double speed, VisitLog log) {
    this.fixture = fixture;
    this.speed = speed;
    this.log = log;
    var thread = new Thread(this::play, "parley-test-fixture");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void opened(Visit visit) {
    log.change(() -> visits.put(visit.number(), visit));
  }

  @Override
  public void audio(Visit visit, byte[] payload) {}

  @Override
  public void message(Visit visit, JsonNode message) {}

  @Override
  public void closed(Visit visit, int code) {}

  private void play() {
    try {
      int number = 0;
      for (JsonNode line : fixture.lines()) {
        number++;
        step(line, fixture.file() + " line " + number);
      }
      done.complete(null);
    } catch (InterruptedException | RuntimeException | AssertionError failure) {
      done.completeExceptionally(failure);
    }
  }

  private void step(JsonNode line, String where) throws InterruptedException {
    if (line.path("dir").asText().equals("client")) {
      await(line, where);
      audioBefore = log.audioMillis(connection);
    } else {
      pause(line.path("after_ms").asLong());
      act(line);
      audioBefore = log.audioMillis(connection);
    }
  }

  private void pause(long millis) throws InterruptedException {
    if (!Double.isInfinite(speed)) {
      log.pause(Duration.ofNanos((long) (millis * 1e6 / speed)));
    }
  }

  private void act(JsonNode line) {
    Visit visit = current();
    if (line.has("msg")) {
      visit.send(line.path("msg"));
    } else if (line.has("raw")) {
      visit.sendRaw(line.path("raw").asText());
    } else if (line.has("close")) {
      visit.close(line.at("/close/code").asInt(), line.at("/close/reason").asText());
    } else if (line.path("drop").asBoolean()) {
      visit.drop();
    }
  }

  private Visit current() {
    Visit visit = log.read(() -> visits.get(connection));
    if (visit == null) {
      throw new AssertionError(fixture.file() + ": there is no connection " + connection);
    }
    return visit;
  }

  private void await(JsonNode line, String where) throws InterruptedException {
    waitsFor = where + ": " + line;
    boolean came =
        line.has("connect")
            ? awaitConnection(line.path("connect").asInt())
            : line.has("audio") ? awaitAudio(line) : awaitMessage(line.path("msg"));
    waitsFor = "";
    if (!came) {
      throw new AssertionError(where + ": the client did not do it in time: " + line);
    }
  }

  private boolean awaitConnection(int number) throws InterruptedException {
    boolean came = log.await(PATIENCE, () -> visits.containsKey(number));
    connection = number;
    return came;
  }

  private boolean awaitAudio(JsonNode line) throws InterruptedException {
    double wanted = audioBefore + line.at("/audio/min_total_ms").asDouble();
    return log.await(PATIENCE, () -> log.audioMillis(connection) >= wanted);
  }

  private boolean awaitMessage(JsonNode expected) throws InterruptedException {
    boolean came = log.await(PATIENCE, () -> log.find(saidSoFar, connection, expected) != null);
    Integer at = log.find(saidSoFar, connection, expected);
    saidSoFar = at == null ? saidSoFar : at + 1;
    return came;
  }

  /** The line that waits for the client now, with its place; empty: none does. */
  String waitsFor() {
    return waitsFor;
  }

  /** Waits for the last line. @throws AssertionError when it does not come */
  void awaitEnd() throws InterruptedException {
    try {
      done.get(PATIENCE.multipliedBy(2).toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException failure) {
      throw new AssertionError(String.valueOf(failure.getCause()), failure.getCause());
    } catch (TimeoutException e) {
      throw new AssertionError("the fixture did not end; it waits for " + waitsFor, e);
    }
  }

  boolean isDone() {
    return done.isDone();
  }
}
