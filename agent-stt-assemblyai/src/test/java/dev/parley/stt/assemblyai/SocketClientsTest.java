package dev.parley.stt.assemblyai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

class SocketClientsTest {
  private static void assertPrompt(OkHttpClient client) throws IOException {
    try (Socket socket = client.socketFactory().createSocket()) {
      assertThat(socket.getTcpNoDelay()).isTrue();
    }
  }

  @Test
  void messagesDoNotWaitUntilTheOneBeforeWasAcknowledged() throws IOException {
    assertPrompt(SocketClients.make(null));
    assertPrompt(SocketClients.make(new OkHttpClient()));
  }

  @Test
  void theApplicationsSocketsAreUsed() throws IOException {
    var own = new Socket();
    var base = new OkHttpClient.Builder().socketFactory(new OneSocket(own)).build();
    assertThat(SocketClients.make(base).socketFactory().createSocket()).isSameAs(own);
    assertThat(own.getTcpNoDelay()).isTrue();
    own.close();
  }

  @Test
  void thereIsNoLimitOnSockets() {
    OkHttpClient client = SocketClients.make(null);
    assertThat(client.dispatcher().getMaxRequests()).isGreaterThan(10_000);
    assertThat(client.dispatcher().getMaxRequestsPerHost()).isGreaterThan(10_000);
  }

  private static final class OneSocket extends SocketFactory {
    private final Socket socket;

    OneSocket(Socket socket) {
      this.socket = socket;
    }

    @Override
    public Socket createSocket() {
      return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
      return socket;
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
      return socket;
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      return socket;
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
      return socket;
    }
  }
}
