package dev.parley.testkit.tts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.testkit.wire.RequestHead;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.apiguardian.api.API;

/**
 * Plays a fixture from top to bottom: lines of the client drive the client or wait for what it
 * sends, lines of the server are done by a server on a loopback socket. For one thread, the test's.
 *
 * <p>Waits of the script are time that passes for the client; the server itself does not wait.
 * While something is waited for, time passes slowly, or fast where the script allows for seconds.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class VoiceFixturePlayer implements AutoCloseable {
  private static final int MOST_ROUNDS = 10_000;
  private static final long ROUND_MILLIS = 5;
  private static final int SETTLING_ROUNDS = 200;
  private static final int SECONDS = 1_000;

  private final List<JsonNode> lines;
  private final boolean expanding;
  private final FixtureArrivals arrivals = new FixtureArrivals();
  private final LoopbackSite site = new LoopbackSite(arrivals::arrived);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition tick = lock.newCondition();
  private final MessageMatch match = new MessageMatch();
  private Optional<Exchange> newest = Optional.empty();
  private Optional<VoiceFixtureDriver> driver = Optional.empty();
  private long replyBytes;

  /**
   * Opens a server for a fixture.
   *
   * @param expanding whether audio is lengthened as the script says, so that it fits the word times
   */
  public VoiceFixturePlayer(VoiceFixture fixture, boolean expanding) {
    this.lines = fixture.lines();
    this.expanding = expanding;
  }

  /** The server's URL. */
  public String url() {
    return site.url();
  }

  /** How many sockets were opened, refused ones included. */
  public int connections() {
    return arrivals.upgrades();
  }

  /** How many requests came that were no upgrades. */
  public int requests() {
    return arrivals.requests();
  }

  /** How many TCP connections there were. */
  public int tcpConnections() {
    return site.connections();
  }

  /** How much time had passed when each request or upgrade came. */
  public List<Duration> arrivals() {
    return arrivals.times();
  }

  /** Plays all lines. @throws AssertionError when the client does not do what a line waits for */
  public void play(VoiceFixtureDriver client) {
    driver = Optional.of(client);
    for (int number = 0; number < lines.size(); number++) {
      JsonNode line = lines.get(number);
      if (line.path("dir").asText().equals("server")) {
        settle(line);
        pass(line.path("after_ms").asLong());
        serve(line);
      } else if (!line.path("optional").asBoolean()) {
        follow(line, number);
      }
    }
  }

  private void follow(JsonNode line, int number) {
    if (line.has("do")) {
      drive(line);
    } else if (line.has("connect")) {
      connect(line, number);
    } else if (line.has("http")) {
      await(line, () -> takeRequest(line.path("http")));
    } else if (line.has("aborted")) {
      await(line, () -> newest.filter(Exchange::isAborted).isPresent());
    } else {
      await(line, () -> arrivals.takeMessage(each -> match.matches(line.path("msg"), each)));
    }
  }

  private void drive(JsonNode line) {
    VoiceFixtureDriver client = driver.orElseThrow();
    await(line, () -> client.hasHeard(replyBytes));
    pass(line.path("after_ms").asLong());
    JsonNode what = line.path("do");
    if (what.has("prewarm")) {
      client.warmUp();
    } else if (what.has("speak")) {
      replyBytes = client.speak(what.path("speak").asText()) ? 0 : replyBytes;
    } else if (what.has("finish")) {
      client.finish();
    } else {
      client.cancel();
    }
  }

  private void connect(JsonNode line, int number) {
    int wanted = line.path("connect").asInt();
    await(line, () -> connections() >= wanted);
    Exchange exchange = arrivals.upgrade(wanted);
    newest = Optional.of(exchange);
    RequestHead request = exchange.request();
    boolean right =
        (!line.has("path") || line.path("path").asText().equals(request.path()))
            && MessageMatch.matchesAll(line.path("query"), request.query())
            && MessageMatch.matchesAll(line.path("headers"), request.headers());
    if (!right) {
      throw new AssertionError("the upgrade " + request.path() + " does not match " + line);
    }
    if (!isRefusedNext(number)) {
      exchange.accept(arrivals::message);
    }
  }

  private boolean isRefusedNext(int number) {
    return number + 1 < lines.size() && lines.get(number + 1).has("reject");
  }

  private void serve(JsonNode line) {
    Exchange on = exchange(line);
    if (line.has("msg")) {
      ObjectNode message = (ObjectNode) match.insert(line.path("msg"));
      expandField(message, line.path("expand"));
      on.text(message.toString());
    } else if (line.has("binary_b64")) {
      binary(on, expand(decode(line.path("binary_b64")), line.path("expand")));
    } else if (line.has("close")) {
      on.close(line.path("close").path("code").asInt(), line.path("close").path("reason").asText());
      await(line, on::isGone);
    } else if (line.has("reject")) {
      JsonNode reject = line.path("reject");
      JsonNode body = reject.path("body");
      on.answer(
          reject.path("status").asInt(),
          headers(reject.path("headers")),
          body.isTextual() ? body.asText() : body.toString());
    } else {
      serveBody(on, line);
    }
  }

  private static void serveBody(Exchange on, JsonNode line) {
    if (line.has("head")) {
      on.head(line.path("head").path("status").asInt(), headers(line.path("head").path("headers")));
    } else if (line.has("text")) {
      on.body(line.path("text").asText().getBytes(StandardCharsets.UTF_8));
    } else if (line.has("sse")) {
      String event = "data: " + line.path("sse").path("data") + "\n\n";
      on.body(event.getBytes(StandardCharsets.UTF_8));
    } else if (line.has("drop")) {
      on.drop();
    } else {
      on.end();
    }
  }

  private void binary(Exchange on, byte[] bytes) {
    replyBytes += bytes.length;
    if (on.request().isUpgrade()) {
      on.binary(bytes);
    } else {
      on.body(bytes);
    }
  }

  private Exchange exchange(JsonNode line) {
    return line.has("on") ? arrivals.upgrade(line.path("on").asInt()) : newest.orElseThrow();
  }

  private void expandField(ObjectNode message, JsonNode expand) {
    for (String field : List.of("audio", "data")) {
      if (message.path(field).isTextual()) {
        byte[] bytes = expand(decode(message.path(field)), expand);
        replyBytes += bytes.length;
        message.put(field, Base64.getEncoder().encodeToString(bytes));
      }
    }
  }

  private byte[] expand(byte[] bytes, JsonNode expand) {
    if (!expanding || expand.isMissingNode()) {
      return bytes;
    }
    long samples = expand.path("ms").asLong() * expand.path("rate").asLong() / 1_000;
    byte[] longer = Arrays.copyOf(bytes, (int) samples * 2);
    for (int at = bytes.length; at < longer.length; at++) {
      longer[at] = longer[at - bytes.length];
    }
    return longer;
  }

  private static byte[] decode(JsonNode base64) {
    return Base64.getDecoder().decode(base64.asText());
  }

  private static Map<String, String> headers(JsonNode node) {
    var headers = new LinkedHashMap<String, String>();
    node.properties().forEach(each -> headers.put(each.getKey(), each.getValue().asText()));
    return headers;
  }

  private boolean isRequest(JsonNode expected, Exchange exchange) {
    RequestHead request = exchange.request();
    return expected.path("method").asText().equals(request.method())
        && expected.path("path").asText().equals(request.path())
        && MessageMatch.matchesAll(expected.path("query"), request.query())
        && MessageMatch.matchesAll(expected.path("headers"), request.headers())
        && (!expected.has("body")
            || match.matches(expected.path("body"), JsonText.parse(exchange.requestBody())));
  }

  private boolean takeRequest(JsonNode expected) {
    Optional<Exchange> request = arrivals.takeRequest(each -> isRequest(expected, each));
    if (request.isPresent()) {
      newest = request;
      replyBytes = 0;
    }
    return request.isPresent();
  }

  private void pass(long millis) {
    arrivals.pass(Duration.ofMillis(millis));
    driver.orElseThrow().pass(Duration.ofMillis(millis));
  }

  /** Before a long wait lets the client hear what is on its way: a second, if a reply is open. */
  private void settle(JsonNode line) {
    boolean settled = line.path("after_ms").asLong() < SECONDS;
    for (int round = 0; round < SETTLING_ROUNDS && !settled; round++) {
      settled = driver.orElseThrow().hasHeard(Long.MAX_VALUE);
      waitShortly();
    }
  }

  /** Waits in real time, in which some time passes for the client, too. */
  private void await(JsonNode line, BooleanSupplier condition) {
    long deadline = line.path("after_ms").asLong();
    boolean still =
        line.has("do") || line.has("close") || (line.has("aborted") && deadline < SECONDS);
    long step = deadline >= SECONDS ? deadline / 100 : ROUND_MILLIS * (line.has("msg") ? 1 : 2);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      if (condition.getAsBoolean()) {
        return;
      }
      waitShortly();
      pass(still ? 0 : step);
    }
    throw new AssertionError("waited in vain for " + line + "; there are " + arrivals);
  }

  private void waitShortly() {
    lock.lock();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(ROUND_MILLIS);
      while (left > 0) {
        left = tick.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    } finally {
      lock.unlock();
    }
  }

  /** Closes the server. */
  @Override
  public void close() {
    site.close();
  }
}
