package dev.parley.tts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
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
  void aLentClientIsNotShutDown() {
    var client = new OkHttpClient();
    new Web(client).close();
    assertThat(client.dispatcher().executorService().isShutdown()).isFalse();
  }
}
