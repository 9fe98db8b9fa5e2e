package dev.parley.samples.sink;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Posts transcripts to a URL, in order, signed, each until the receiver has taken it with a status
 * of 2xx. What waits is on the disk: nothing is lost while the receiver, or this program, is down.
 * The receiver may get a line twice and knows it by its {@code id}.
 */
public final class WebhookSink implements TranscriptSink {
  private static final Duration TIME_LIMIT = Duration.ofSeconds(10);
  private static final int OK = 200;
  private static final int REDIRECT = 300;

  /**
   * Written once before it matters: classes that must be loaded first keep no words from the disk.
   */
  private static final TranscriptLine FIRST =
      new TranscriptLine("", "", "", "", Instant.EPOCH, Instant.EPOCH, 0);

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIME_LIMIT).build();
  private final URI url;
  private final WebhookSignature signature;
  private final DiskQueue queue;
  private final Pauses pauses;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Thread sender;
  private boolean closing;
  private long signals;

  /**
   * How long to wait after failures.
   *
   * @param first after the first; twice as long after each further one
   * @param longest never longer than this
   * @param lastWords how long closing waits for what is still to be sent
   */
  public record Pauses(Duration first, Duration longest, Duration lastWords) {
    /** A second, a minute, five seconds. */
    public static final Pauses DEFAULT =
        new Pauses(Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofSeconds(5));
  }

  /**
   * Begins to send what an earlier program has left in the folder.
   *
   * @param secret shared with the receiver, who checks the header {@code X-Parley-Signature}
   * @throws IllegalArgumentException when the URL is not one of a web server; it may hold a secret
   *     and is not part of the message
   */
  public WebhookSink(URI url, String secret, Path folder, Pauses pauses) throws IOException {
    this.url = checked(url);
    this.signature = new WebhookSignature(secret);
    this.queue = new DiskQueue(folder);
    this.pauses = pauses;
    json(FIRST);
    this.sender = new Thread(this::send, "webhook");
    sender.setDaemon(true);
    sender.start();
  }

  /**
   * Reads a URL.
   *
   * @throws IllegalArgumentException when it is none of a web server
   */
  public static URI url(String text) {
    try {
      return checked(new URI(text.strip()));
    } catch (URISyntaxException e) {
      throw noUrl();
    }
  }

  private static URI checked(URI url) {
    boolean web =
        "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
    if (!web || url.getHost() == null) {
      throw noUrl();
    }
    return url;
  }

  private static IllegalArgumentException noUrl() {
    return new IllegalArgumentException(
        "the webhook is no URL of a web server; give one such as https://example.org/transcripts");
  }

  @Override
  public void accept(TranscriptLine line) throws IOException {
    queue.add(json(line));
    signal();
  }

  private String json(TranscriptLine line) throws IOException {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("id", line.id());
    fields.put("channel", line.channel());
    fields.put("uid", line.uid());
    fields.put("text", line.text());
    fields.put("startedAt", line.startedAt().toString());
    fields.put("endedAt", line.endedAt().toString());
    fields.put("confidence", line.confidence());
    return json.writeValueAsString(fields);
  }

  /** How many lines the receiver has not taken yet. */
  public long waiting() throws IOException {
    return queue.size();
  }

  private void signal() {
    lock.lock();
    try {
      signals++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private long signals() {
    lock.lock();
    try {
      return signals;
    } finally {
      lock.unlock();
    }
  }

  private void send() {
    Duration pause = pauses.first();
    try {
      while (!isDone()) {
        long seen = signals();
        Optional<Path> next = queue.oldest();
        if (next.isEmpty()) {
          await(pauses.longest(), seen);
        } else if (isTaken(next.get())) {
          queue.remove(next.get());
          pause = pauses.first();
        } else {
          await(pause, seen);
          pause =
              pause.multipliedBy(2).compareTo(pauses.longest()) < 0
                  ? pause.multipliedBy(2)
                  : pauses.longest();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed: the rest stays on the disk
    } catch (IOException e) {
      System.err.println("The webhook's folder cannot be used any more: " + e.getMessage());
    }
  }

  private boolean isDone() throws IOException {
    lock.lock();
    try {
      return closing && queue.size() == 0;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until a line has come in since {@code seen}, or closing begins, at most this long: the
   * receiver may be back by then.
   */
  private void await(Duration atMost, long seen) throws InterruptedException, IOException {
    lock.lock();
    try {
      long left = atMost.toNanos();
      while (signals == seen && !isDone() && left > 0) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean isTaken(Path file) throws InterruptedException, IOException {
    byte[] body = Files.readAllBytes(file);
    String timestamp = Long.toString(Instant.now().getEpochSecond());
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(TIME_LIMIT)
            .header("Content-Type", "application/json")
            .header("X-Parley-Timestamp", timestamp)
            .header("X-Parley-Signature", signature.of(timestamp, body))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      return status >= OK && status < REDIRECT;
    } catch (IOException unreachable) {
      return false;
    }
  }

  /** Waits a little for what is still to be sent; the rest is sent by the next program. */
  @Override
  public void close() {
    lock.lock();
    try {
      closing = true;
      signals++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      sender.join(pauses.lastWords().toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    sender.interrupt();
  }
}
