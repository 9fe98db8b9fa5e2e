package dev.parley.testkit.assemblyai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripted server, seen by the JDK's own WebSocket client. */
class ScriptedAssemblyAiTest {
  private static final AudioFormat FORMAT = AudioFormat.MONO_16K;
  private static final String GOOD = "speech_model=u3-rt-pro&sample_rate=16000";

  private final ScriptedAssemblyAi server = ScriptedAssemblyAi.start();
  private final Heard heard = new Heard();

  @AfterEach
  void stop() {
    server.close();
  }

  private WebSocket connect(String query, String key) throws Exception {
    var builder = HttpClient.newHttpClient().newWebSocketBuilder();
    if (!key.isEmpty()) {
      builder.header("Authorization", key);
    }
    URI uri = URI.create(server.url() + "/v3/ws?" + query);
    return builder.buildAsync(uri, heard).get(30, TimeUnit.SECONDS);
  }

  private static void send(WebSocket socket, AudioFrame audio, int millis) throws Exception {
    int size = FORMAT.sampleRateHz() * millis / 1_000;
    for (int from = 0; from < audio.sampleCount(); from += size) {
      AudioFrame part = audio.slice(from, Math.min(audio.sampleCount(), from + size));
      socket.sendBinary(ByteBuffer.wrap(part.toByteArray()), true).get(30, TimeUnit.SECONDS);
    }
  }

  /** The server may close while messages are still being sent. */
  private static void sendUntilRefused(WebSocket socket, AudioFrame audio, int millis)
      throws Exception {
    try {
      send(socket, audio, millis);
    } catch (ExecutionException closed) {
      assertThat(closed).hasCauseInstanceOf(IOException.class);
    }
  }

  private static void say(WebSocket socket, String text) throws Exception {
    socket.sendText(text, true).get(30, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @ValueSource(ints = {50, 100, 1_000})
  void codedSpeechIsUnderstoodInMessagesOfAnyAllowedLength(int millis) throws Exception {
    WebSocket socket = connect(GOOD, "key");
    AudioFrame speech = CodedSpeech.of(FORMAT, "hello, book of letters");
    int samples = (int) FORMAT.samplesIn(Duration.ofSeconds(4));
    var padded = new byte[2 * samples];
    speech.copyTo(padded, 0);
    send(socket, AudioFrame.wrap(FORMAT, padded), millis);
    say(socket, "{\"type\":\"Terminate\"}");
    assertThat(heard.awaitClose()).isEqualTo(1_000);
    assertThat(heard.texts)
        .anyMatch(each -> each.contains("\"Hello, book of letters.\""))
        .last()
        .asString()
        .contains("Termination");
    assertThat(server.violations()).isEmpty();
  }

  @Test
  void shortMessagesEndTheSession() throws Exception {
    WebSocket socket = connect(GOOD, "key");
    sendUntilRefused(socket, AudioFrame.silence(FORMAT, Duration.ofMillis(100)), 10);
    assertThat(heard.awaitClose()).isEqualTo(3_007);
    assertThat(server.violations()).hasSize(1);
  }

  @Test
  void oneShortMessageBeforeTerminateIsForgiven() throws Exception {
    WebSocket socket = connect(GOOD, "key");
    send(socket, AudioFrame.silence(FORMAT, Duration.ofMillis(120)), 100);
    say(socket, "{\"type\":\"Terminate\"}");
    assertThat(heard.awaitClose()).isEqualTo(1_000);
    assertThat(server.violations()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"not json", "[]", "{\"type\":\"terminate\"}", "{\"type\":\"terminate_session\"}"})
  void wrongMessagesEndTheSession(String text) throws Exception {
    say(connect(GOOD, "key"), text);
    assertThat(heard.awaitClose()).isEqualTo(3_006);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sample_rate=4000",
        "keyterms_prompt=a,b",
        "format_turns=True",
        "language_codes=%5B%22en%22"
      })
  void wrongParametersEndTheSession(String query) throws Exception {
    connect(query, "key");
    assertThat(heard.awaitClose()).isEqualTo(3_006);
    assertThat(heard.texts).noneMatch(each -> each.contains("Begin"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer key"})
  void aMissingOrPrefixedKeyEndsTheSessionInBand(String key) throws Exception {
    connect(GOOD, key);
    assertThat(heard.awaitClose()).isEqualTo(1_008);
    assertThat(heard.texts).hasSize(1).first().asString().contains("\"error_code\":1008");
  }

  @Test
  void onlyTheAcceptedKeysGetIn() throws Exception {
    server.accept("right");
    connect(GOOD, "wrong");
    assertThat(heard.awaitClose()).isEqualTo(1_008);
  }

  @Test
  void whatTheServerWouldIgnoreIsAViolation() throws Exception {
    WebSocket socket = connect(GOOD + "&word_boost=x", "key");
    say(socket, "{\"type\":\"Terminate\"}");
    heard.awaitClose();
    assertThat(server.violations())
        .containsExactly("connection 1: the unknown parameter word_boost");
  }

  @Test
  void aCloseFrameBeforeTerminationIsAViolation() throws Exception {
    connect(GOOD, "key").sendClose(1_000, "").get(30, TimeUnit.SECONDS);
    server.await("the end", () -> server.openConnections() == 0);
    assertThat(server.violations())
        .containsExactly("connection 1: a close frame before Termination");
  }

  @Test
  void aConnectionBreaksWithinAMessage() throws Exception {
    server.breakConnection(1, Breakage.cutAfter(Duration.ofMillis(75)));
    WebSocket socket = connect(GOOD, "key");
    CompletableFuture<?> sent =
        socket.sendBinary(ByteBuffer.allocate(3_200), true).orTimeout(30, TimeUnit.SECONDS);
    assertThat(sent.handle((done, failure) -> true).get(30, TimeUnit.SECONDS)).isTrue();
    server.await("the end", () -> server.openConnections() == 0);
    assertThat(server.samples(1)).isZero();
    assertThat(server.violations()).isEmpty();
  }

  @Test
  void tokensAreMintedForTheRightKey() throws Exception {
    server.accept("right");
    URI uri = URI.create(server.url().replace("ws:", "http:") + "/v3/token?expires_in_seconds=60");
    var client = HttpClient.newHttpClient();
    var good = HttpRequest.newBuilder(uri).header("Authorization", "right").build();
    var bad = HttpRequest.newBuilder(uri).header("Authorization", "wrong").build();
    HttpResponse<String> answer = client.send(good, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.body()).contains("\"token\":\"minted-1\"");
    assertThat(client.send(bad, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(422);
    say(connect(GOOD + "&token=minted-1", ""), "{\"type\":\"Terminate\"}");
    assertThat(heard.awaitClose()).isEqualTo(1_000);
  }

  @Test
  void allFixturesCanBeRead() {
    assertThat(AssemblyAiFixture.all()).hasSize(15);
    assertThat(AssemblyAiFixture.named("01").query()).containsEntry("speech_model", "u3-rt-pro");
    assertThat(AssemblyAiFixture.named("05").errorCode()).contains(1_008);
  }

  /** What the client heard. */
  private static final class Heard implements WebSocket.Listener {
    final List<String> texts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        texts.add(text.toString());
        text.setLength(0);
      }
      socket.request(1);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      closed.complete(code);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket socket, Throwable failure) {
      closed.completeExceptionally(failure);
    }

    int awaitClose() throws Exception {
      return closed.get(30, TimeUnit.SECONDS);
    }
  }
}
