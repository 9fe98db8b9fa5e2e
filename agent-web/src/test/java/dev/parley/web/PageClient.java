package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A page without a browser: speaks the protocol over a real WebSocket. */
final class PageClient implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int WAIT_SECONDS = 20;

  private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
  private final AtomicLong audioBytes = new AtomicLong();
  private final CompletableFuture<String> closed = new CompletableFuture<>();
  private final WebSocket socket;

  private PageClient(URI link) {
    socket =
        HTTP.newWebSocketBuilder()
            .buildAsync(URI.create("ws://127.0.0.1:" + link.getPort() + "/ws"), new Incoming())
            .join();
  }

  /** Connects, and says nothing yet. */
  static PageClient connect(WebTransport transport) {
    return new PageClient(transport.link());
  }

  /** Connects and joins the room as this person. */
  static PageClient join(WebTransport transport, String room, String name) throws Exception {
    PageClient page = connect(transport);
    page.send("{\"type\":\"hello\",\"version\":1,\"room\":\"" + room + "\"}");
    page.await("welcome");
    page.send("{\"type\":\"join\",\"name\":\"" + name + "\"}");
    return page;
  }

  void send(String text) {
    socket.sendText(text, true).join();
  }

  /** Sends a message that does not matter any more if the server closes meanwhile. */
  void sendUnlessClosed(String text) {
    try {
      send(text);
    } catch (CompletionException cut) {
      assertThat(cut).hasCauseInstanceOf(IOException.class);
    }
  }

  void sendAudio(byte[] pcm) {
    socket.sendBinary(ByteBuffer.wrap(pcm), true).join();
  }

  /** Sends a message in many frames, as far as the server lets it. */
  void sendHuge(int megabytes) {
    try {
      ByteBuffer chunk = ByteBuffer.allocate(1 << 20);
      for (int i = 0; i < megabytes; i++) {
        socket.sendBinary(chunk.clear(), i == megabytes - 1).join();
      }
    } catch (RuntimeException closedMeanwhile) {
      // The server need not read 50 MB before it says no.
    }
  }

  /** Takes messages until one of this type. */
  JsonNode await(String type) throws InterruptedException {
    JsonNode message = next();
    while (!message.path("type").asText().equals(type)) {
      message = next();
    }
    return message;
  }

  private JsonNode next() throws InterruptedException {
    JsonNode message = messages.poll(WAIT_SECONDS, TimeUnit.SECONDS);
    if (message == null) {
      throw new AssertionError("no message within " + WAIT_SECONDS + " s");
    }
    return message;
  }

  /** The close code and reason, once the server has closed. */
  String closed() throws Exception {
    return closed.get(WAIT_SECONDS, TimeUnit.SECONDS);
  }

  long audioBytes() {
    return audioBytes.get();
  }

  /** Says goodbye, as a window that is closed does. */
  @Override
  public void close() {
    if (!socket.isOutputClosed()) {
      socket.sendClose(1001, "").join();
    }
  }

  /** Breaks the connection without a word. */
  void breakConnection() {
    socket.abort();
  }

  private final class Incoming implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        messages.add(parse(text.toString()));
        text.setLength(0);
      }
      from.request(1);
      return CompletableFuture.completedFuture(null);
    }

    private JsonNode parse(String message) {
      try {
        return JSON.readTree(message);
      } catch (JsonProcessingException e) {
        throw new AssertionError("the server sent no JSON", e);
      }
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
      audioBytes.addAndGet(data.remaining());
      from.request(1);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closed.complete(code + " " + reason);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      closed.complete("broken");
    }
  }
}
