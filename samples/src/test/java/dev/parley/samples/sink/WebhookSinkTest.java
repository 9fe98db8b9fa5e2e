package dev.parley.samples.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.samples.sink.WebhookSink.Pauses;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Posting transcripts to a receiver that is there, refuses, or is down. */
class WebhookSinkTest {
  private static final Pauses QUICK =
      new Pauses(Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofSeconds(10));
  private static final String SECRET = "shared";

  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  private final BlockingQueue<Boolean> signed = new LinkedBlockingQueue<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private HttpServer server;

  @TempDir Path folder;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::receive);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void receive(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    var headers = exchange.getRequestHeaders();
    String expected = new WebhookSignature(SECRET).of(headers.getFirst("X-Parley-Timestamp"), body);
    signed.add(expected.equals(headers.getFirst("X-Parley-Signature")));
    boolean refuse = refusals.getAndDecrement() > 0;
    if (!refuse) {
      received.add(new String(body, StandardCharsets.UTF_8));
    }
    exchange.sendResponseHeaders(refuse ? 503 : 204, -1);
    exchange.close();
  }

  private WebhookSink sink(Pauses pauses) throws IOException {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    return new WebhookSink(url, SECRET, folder, pauses);
  }

  private static TranscriptLine line(int number) {
    Instant now = Instant.EPOCH;
    return new TranscriptLine("id-" + number, "demo", "1001", "said \"it\"", now, now, 0.9);
  }

  private String next() throws InterruptedException {
    String body = received.poll(30, TimeUnit.SECONDS);
    assertThat(body).as("a post within half a minute").isNotNull();
    return body;
  }

  @Test
  void everyLineIsPostedInOrderAndSigned() throws Exception {
    try (var sink = sink(QUICK)) {
      for (int i = 0; i < 5; i++) {
        sink.accept(line(i));
      }
      for (int i = 0; i < 5; i++) {
        assertThat(next()).contains("\"id\":\"id-" + i + "\"", "\"uid\":\"1001\"");
      }
    }
    assertThat(signed).doesNotContain(false).hasSize(5);
  }

  @Test
  void aReceiverThatRefusesGetsTheLineAgain() throws Exception {
    refusals.set(3);
    try (var sink = sink(QUICK)) {
      sink.accept(line(1));
      assertThat(next()).contains("id-1");
    }
    assertThat(signed).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"example.org/hook", "ftp://example.org", "http://[bad", "https:/hook", ""})
  void whatIsNoUrlOfAWebServerIsRefusedWithoutRepeatingIt(String url) {
    assertThatThrownBy(() -> WebhookSink.url(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("give one such as https://example.org/transcripts")
        .hasMessageNotContaining("bad");
  }

  @Test
  void otherFilesInTheFolderAreLeftAlone() throws Exception {
    Path notes = Files.writeString(folder.resolve("notes.json"), "{}");
    try (var sink = sink(QUICK)) {
      sink.accept(line(1));
      assertThat(next()).contains("id-1");
    }
    assertThat(received).isEmpty();
    assertThat(notes).exists();
  }

  @Test
  void whatWasNotTakenIsPostedByTheNextProgram() throws Exception {
    refusals.set(Integer.MAX_VALUE);
    var impatient = new Pauses(Duration.ofMillis(10), Duration.ofMillis(10), Duration.ofMillis(1));
    try (var sink = sink(impatient)) {
      sink.accept(line(1));
      sink.accept(line(2));
      assertThat(signed.poll(30, TimeUnit.SECONDS)).isTrue();
    }
    refusals.set(0);
    try (var sink = sink(QUICK)) {
      String body = next();
      assertThat(body).contains("id-1");
      // A request that was on its way when the first program ended may have come through.
      while (body.contains("id-1")) {
        body = next();
      }
      assertThat(body).contains("id-2");
      assertThat(sink.waiting()).isLessThanOrEqualTo(1);
    }
    assertThat(new DiskQueue(folder).size()).isZero();
  }
}
