package dev.parley.testkit.openai;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A server of OpenAI's chat completions, streamed, on a free port of the loopback address. Requests
 * that break {@link OpenAiRules} get status 400. Thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ScriptedOpenAi implements AutoCloseable {
  private static final int BACKLOG = 1_024;
  private static final int LONGEST_HEAD = 64 << 10;

  private final ServerSocket server;
  private final Function<ChatExchange, ModelAnswer> script;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition asked = lock.newCondition();
  private final List<ChatExchange> exchanges = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private int connections;

  private ScriptedOpenAi(Function<ChatExchange, ModelAnswer> script) {
    this.script = script;
    try {
      server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException("no port of the loopback address is free", e);
    }
    start("parley-model-server", this::acceptAll);
  }

  /** Starts a server that gives these answers in turn, and the last one again and again. */
  public static ScriptedOpenAi answering(ModelAnswer first, ModelAnswer... others) {
    List<ModelAnswer> answers = new ArrayList<>(List.of(first));
    answers.addAll(List.of(others));
    return answering(
        exchange -> {
          synchronized (answers) {
            return answers.size() > 1 ? answers.remove(0) : answers.get(0);
          }
        });
  }

  /** Starts a server that makes up its answers. */
  public static ScriptedOpenAi answering(Function<ChatExchange, ModelAnswer> script) {
    return new ScriptedOpenAi(Objects.requireNonNull(script, "script"));
  }

  /** The base URL for clients, up to and including {@code /v1}. */
  public String url() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/v1";
  }

  /** The requests so far, in order. */
  public List<ChatExchange> exchanges() {
    lock.lock();
    try {
      return List.copyOf(exchanges);
    } finally {
      lock.unlock();
    }
  }

  /**
   * What was wrong with requests, or with the script, in words; empty when all kept the rules. A
   * script that throws has its connection cut.
   */
  public List<String> problems() {
    lock.lock();
    try {
      return List.copyOf(problems);
    } finally {
      lock.unlock();
    }
  }

  /** How many TCP connections there were. */
  public int connections() {
    lock.lock();
    try {
      return connections;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for a request.
   *
   * @param number from 1
   * @throws AssertionError when it does not come within this time
   */
  public ChatExchange await(int number, Duration atMost) throws InterruptedException {
    long nanos = atMost.toNanos();
    lock.lock();
    try {
      while (exchanges.size() < number) {
        if (nanos <= 0) {
          throw new AssertionError(
              "request " + number + " did not come; there were " + exchanges.size());
        }
        nanos = asked.awaitNanos(nanos);
      }
      return exchanges.get(number - 1);
    } finally {
      lock.unlock();
    }
  }

  private static void start(String name, Runnable work) {
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void acceptAll() {
    try {
      while (!server.isClosed()) {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        sockets.add(socket);
        count();
        start("parley-model-connection", () -> serve(socket));
      }
    } catch (IOException closed) {
      // the end of the server
    }
  }

  private void count() {
    lock.lock();
    try {
      connections++;
    } finally {
      lock.unlock();
    }
  }

  /** Reads requests, and in doing so notices that the client has gone. */
  private void serve(Socket socket) {
    ChatExchange current = null;
    try (socket) {
      var input = new BufferedInputStream(socket.getInputStream());
      for (ChatExchange next = read(input, socket); next != null; next = read(input, socket)) {
        ChatExchange begun = next;
        current = next;
        start("parley-model-answer", () -> answer(begun));
      }
    } catch (IOException cut) {
      // told below
    } finally {
      sockets.remove(socket);
      if (current != null) {
        current.gone();
      }
    }
  }

  private void answer(ChatExchange exchange) {
    try {
      new AnswerPlay(enter(exchange), exchange).play();
    } catch (RuntimeException | Error failure) { // the edge: the script is the test's
      broken(failure, exchange);
    } catch (IOException cut) {
      exchange.gone();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A client that waited for an answer would hide what is wrong. */
  private void broken(Throwable failure, ChatExchange exchange) {
    lock.lock();
    try {
      problems.add("the script failed with " + failure);
    } finally {
      lock.unlock();
    }
    try {
      exchange.cut();
    } catch (IOException gone) {
      exchange.gone();
    }
  }

  /** Notes the request. @return the answer to it */
  private ModelAnswer enter(ChatExchange exchange) {
    List<String> wrong = OpenAiRules.problems(exchange.body());
    lock.lock();
    try {
      exchanges.add(exchange);
      problems.addAll(wrong);
      asked.signalAll();
    } finally {
      lock.unlock();
    }
    return wrong.isEmpty()
        ? script.apply(exchange)
        : ModelAnswer.status(400, "invalid_request_error");
  }

  /** Null when the client has closed the connection. */
  private static @Nullable ChatExchange read(InputStream input, Socket socket) throws IOException {
    String head = head(input);
    if (head.isEmpty()) {
      return null;
    }
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line : head.split("\r\n", -1)) {
      String[] pair = line.split(":", 2);
      if (pair.length == 2) {
        headers.put(pair[0].toLowerCase(Locale.ROOT), pair[1].strip());
      }
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String body = new String(input.readNBytes(length), StandardCharsets.UTF_8);
    return new ChatExchange(body, headers, socket);
  }

  private static String head(InputStream input) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) < 0) {
      int next = input.read();
      if (next < 0 || head.length() > LONGEST_HEAD) {
        return "";
      }
      head.append((char) next);
    }
    return head.toString();
  }

  /** Closes the server and all connections. */
  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException gone) {
      // what was wanted
    }
  }
}
