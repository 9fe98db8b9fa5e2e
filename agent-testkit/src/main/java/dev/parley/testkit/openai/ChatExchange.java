package dev.parley.testkit.openai;

import dev.parley.SessionClock;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A request to a scripted server, and what became of its answer. Thread-safe. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ChatExchange {
  private final String body;
  private final Map<String, String> headers;
  private final Socket socket;
  private final CountDownLatch gone = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicInteger events = new AtomicInteger();
  private volatile long goneAtNanos;

  ChatExchange(String body, Map<String, String> headers, Socket socket) {
    this.body = body;
    this.headers = headers;
    this.socket = socket;
  }

  /** The request's JSON. */
  public String body() {
    return body;
  }

  /** The value of a header, its name in lower case; empty when there is none. */
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** The members of the request; values are maps, lists, texts, numbers, booleans and nulls. */
  public Map<String, @Nullable Object> request() {
    return JsonText.object(JsonText.read(body));
  }

  /** The messages, each as {@code role: content}; a call as {@code role: name arguments}. */
  public List<String> messages() {
    return request().get("messages") instanceof List<?> messages
        ? messages.stream().map(ChatExchange::shown).toList()
        : List.of();
  }

  private static String shown(@Nullable Object message) {
    Map<String, @Nullable Object> members = JsonText.object(message);
    var shown = new StringBuilder().append(members.get("role")).append(':');
    if (members.get("content") != null) {
      shown.append(' ').append(members.get("content"));
    }
    if (members.get("tool_calls") instanceof List<?> calls) {
      for (Object call : calls) {
        Map<String, @Nullable Object> function =
            JsonText.object(JsonText.object(call).get("function"));
        shown.append(" [").append(function.get("name")).append(' ');
        shown.append(function.get("arguments")).append(']');
      }
    }
    return shown.toString();
  }

  /** The names of the tools that were offered. */
  public List<String> tools() {
    return request().get("tools") instanceof List<?> tools
        ? tools.stream()
            .map(each -> JsonText.object(JsonText.object(each).get("function")).get("name"))
            .map(String::valueOf)
            .toList()
        : List.of();
  }

  String model() {
    return String.valueOf(request().getOrDefault("model", "unknown"));
  }

  /** How many events of the stream have been sent. */
  public int eventsSent() {
    return events.get();
  }

  /** Whether the client closed its connection before the answer was complete. */
  public boolean isGone() {
    return gone.getCount() == 0;
  }

  /**
   * When the client's connection was found to be gone, in the time of {@link SessionClock#system};
   * 0 while it is not.
   */
  public long goneAtNanos() {
    return goneAtNanos;
  }

  /** Waits until the client has closed its connection. @return whether it has, within this time */
  public boolean awaitGone(Duration atMost) throws InterruptedException {
    return gone.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Waits until the answer is complete or will never be. @return whether it is so in time */
  public boolean awaitOver(Duration atMost) throws InterruptedException {
    return over.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
  }

  void gone() {
    if (over.getCount() > 0) {
      goneAtNanos = SessionClock.system().nanoTime();
      gone.countDown();
      over.countDown();
    }
  }

  void head(int status, String type, String more) throws IOException {
    write(
        "HTTP/1.1 "
            + status
            + " -\r\ncontent-type: "
            + type
            + "\r\ntransfer-encoding: chunked\r\n"
            + more
            + "\r\n");
  }

  void event(String data) throws IOException {
    body("data: " + data + "\n\n");
    events.incrementAndGet();
  }

  void body(String text) throws IOException {
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    write(Integer.toHexString(length) + "\r\n" + text + "\r\n");
  }

  void end() throws IOException {
    over.countDown();
    write("0\r\n\r\n");
  }

  void cut() throws IOException {
    over.countDown();
    socket.close();
  }

  private void write(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  /** Tells numbers, never words. */
  @Override
  public String toString() {
    return "ChatExchange[" + body.length() + " characters, " + events + " events]";
  }
}
