package dev.parley.tts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.AgentException;
import dev.parley.ErrorKind;
import dev.parley.spi.TextToSpeech;
import dev.parley.spi.TtsRequest;
import dev.parley.spi.TtsStream;
import dev.parley.testkit.ManualClock;
import dev.parley.testkit.RecordingTtsListener;
import dev.parley.testkit.TestContexts;
import dev.parley.testkit.tts.VoiceVendor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebTest {
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void messagesDoNotWaitUntilTheOneBeforeWasAcknowledged(boolean lent) throws IOException {
    var web = new Web(lent ? new OkHttpClient() : null);
    try (Socket socket = web.sockets().createSocket()) {
      assertThat(socket.getTcpNoDelay()).isTrue();
    } finally {
      web.close();
    }
  }

  @Test
  void theLimitsOfALentClientDoNotHold() {
    var client = new OkHttpClient();
    client.dispatcher().setMaxRequests(1);
    try (VoiceVendor vendor = VoiceVendor.flux();
        TextToSpeech voice =
            DeepgramTts.builder().apiKey("k").baseUrl(vendor.url()).httpClient(client).build()) {
      var heard = List.of(new RecordingTtsListener(), new RecordingTtsListener());
      for (RecordingTtsListener each : heard) {
        TtsStream stream = voice.open(new TtsRequest(1, null, StillClock.session("a")), each);
        stream.offer("Hello there, how are you? ");
        each.log().awaitCall("audio", 1);
      }
    }
  }

  @Test
  void aLineThatWasClosedBeforeItWasOpenedOpensNothing() {
    var web = new Web(null);
    try (VoiceVendor vendor = VoiceVendor.flux()) {
      var clock = new ManualClock();
      var failures = new Failures("x", "");
      Request request = new Request.Builder().url(vendor.url()).build();
      var pool =
          new Pool(
              web,
              failures,
              new PoolTerms(1, 1, false, null),
              Duration.ofSeconds(3),
              new Tally(),
              () -> request,
              line -> new AuraProtocol(line, failures));
      var line = new Line(pool, failures, clock, each -> new AuraProtocol(each, failures));
      line.close();
      line.open(web, request);
      assertThat(web.openCalls()).isZero();
      assertThat(clock.pendingTimers()).isZero();
    } finally {
      web.close();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void closingAVoiceEndsItsReplies(boolean http) {
    try (VoiceVendor vendor = http ? VoiceVendor.openAi() : VoiceVendor.elevenLabs()) {
      TextToSpeech voice =
          http
              ? OpenAiTts.builder().baseUrl(vendor.url() + "/v1").build()
              : ElevenLabsTts.builder().apiKey("k").baseUrl(vendor.url()).build();
      var silence = new CountDownLatch(1);
      var asked = new CountDownLatch(1);
      vendor.beforeWriting(
          () -> {
            asked.countDown();
            awaitUninterruptibly(silence);
          });
      var heard = new RecordingTtsListener();
      TtsStream stream = voice.open(new TtsRequest(1, null, StillClock.session("a")), heard);
      stream.offer("Hello there. ");
      awaitUninterruptibly(asked);
      voice.close();
      AgentException error = heard.log().awaitClosed().error().orElseThrow();
      silence.countDown();
      assertThat(error.kind()).isEqualTo(ErrorKind.INTERNAL);
      assertThat(error).hasMessageContaining("closed");
      var late = new RecordingTtsListener();
      voice
          .open(new TtsRequest(2, null, StillClock.session("a")), late)
          .offer("Is anybody there? ");
      assertThat(late.log().awaitClosed().error().orElseThrow().kind())
          .isEqualTo(ErrorKind.INTERNAL);
    }
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aKeyDoesNotFollowARedirect() throws IOException {
    try (VoiceVendor elsewhere = VoiceVendor.elevenLabs();
        ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      var thread = new Thread(() -> redirect(server, elsewhere.url()), "redirecting");
      thread.setDaemon(true);
      thread.start();
      String url = "http://127.0.0.1:" + server.getLocalPort();
      try (TextToSpeech voice = ElevenLabsTts.builder().apiKey("key").baseUrl(url).build()) {
        var heard = new RecordingTtsListener();
        voice
            .open(new TtsRequest(1, null, StillClock.session("a")), heard)
            .offer("Is anybody there? ");
        AgentException error = heard.log().awaitClosed().error().orElseThrow();
        assertThat(error.kind()).isEqualTo(ErrorKind.BAD_REQUEST);
        assertThat(error).hasMessageContaining("302");
        assertThat(elsewhere.sockets()).isZero();
      }
    }
  }

  private static void redirect(ServerSocket server, String url) {
    try (Socket socket = server.accept()) {
      socket.getInputStream().read();
      String answer = "HTTP/1.1 302 -\r\nlocation: " + url + "\r\ncontent-length: 0\r\n\r\n";
      socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
      socket.getInputStream().readAllBytes();
    } catch (IOException gone) {
      // the client has what it came for
    }
  }

  @Test
  void aVendorThatAcceptsAndStaysSilentCostsTwoFirstBytesAtMost() {
    try (VoiceVendor vendor = VoiceVendor.flux()) {
      var held = new CountDownLatch(1);
      vendor.beforeWriting(() -> awaitUninterruptibly(held));
      var clock = new ManualClock();
      try (TextToSpeech voice =
          DeepgramTts.builder()
              .apiKey("k")
              .baseUrl(vendor.url())
              .firstByteTimeout(Duration.ofSeconds(2))
              .build()) {
        var heard = new RecordingTtsListener();
        voice
            .open(new TtsRequest(1, null, TestContexts.under(clock)), heard)
            .offer("Is anybody there? ");
        clock.advance(Duration.ofSeconds(2));
        assertThat(heard.log().closeReason()).isEmpty();
        clock.advance(Duration.ofSeconds(2));
        assertThat(heard.log().closeReason().orElseThrow().error().orElseThrow().kind())
            .isEqualTo(ErrorKind.TIMEOUT);
      } finally {
        held.countDown();
      }
    }
  }

  @Test
  void aLentClientIsNotShutDown() {
    var client = new OkHttpClient();
    new Web(client).close();
    assertThat(client.dispatcher().executorService().isShutdown()).isFalse();
  }
}
