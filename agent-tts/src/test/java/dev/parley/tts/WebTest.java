package dev.parley.tts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.spi.TextToSpeech;
import dev.parley.spi.TtsRequest;
import dev.parley.spi.TtsStream;
import dev.parley.testkit.RecordingTtsListener;
import dev.parley.testkit.TestContexts;
import dev.parley.testkit.tts.VoiceVendor;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import okhttp3.OkHttpClient;
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
        TtsStream stream = voice.open(new TtsRequest(1, null, TestContexts.realTime()), each);
        stream.offer("Hello there, how are you? ");
        each.log().awaitCall("audio", 1);
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
