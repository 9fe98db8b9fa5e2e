package dev.parley.brain.langchain4j;

import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's HTTP client for LangChain4j's models, with two things that a conversation needs: a
 * request can be cancelled before its first byte has come, and an error keeps the server's wish for
 * a pause. Thread-safe.
 */
final class VoiceHttpClient implements HttpClient {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final int LONGEST_ERROR_BYTES = 64 << 10;

  private final java.net.http.HttpClient client;
  private final @Nullable Duration readTimeout;

  VoiceHttpClient(@Nullable Duration connectTimeout, @Nullable Duration readTimeout) {
    Duration timeout = connectTimeout == null ? CONNECT_TIMEOUT : connectTimeout;
    this.client = java.net.http.HttpClient.newBuilder().connectTimeout(timeout).build();
    this.readTimeout = readTimeout;
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    CompletableFuture<HttpResponse<InputStream>> answer = send(request);
    RunningCall.ofThisThread(() -> cancel(answer)); // on Java 17 a body ignores interrupts
    try {
      HttpResponse<InputStream> response = answer.get();
      try (InputStream body = response.body()) {
        checkStatus(response, body);
        return successful(response).body(body.readAllBytes()).build();
      }
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the request was interrupted", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ExecutionException e) {
      throw unwrapped(e);
    }
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    CompletableFuture<HttpResponse<InputStream>> answer = send(request);
    RunningCall.ofThisThread(() -> cancel(answer));
    var unused =
        answer
            .thenAccept(response -> stream(response, parser, listener))
            .exceptionally(
                failure -> {
                  listener.onError(unwrapped(failure));
                  return null;
                });
  }

  private CompletableFuture<HttpResponse<InputStream>> send(HttpRequest request) {
    return client.sendAsync(jdkRequest(request), BodyHandlers.ofInputStream());
  }

  /** Closes what has come of the answer; closing the body's stream closes its connection. */
  private static void cancel(CompletableFuture<HttpResponse<InputStream>> answer) {
    if (!answer.cancel(true)) {
      var unused =
          answer.whenComplete(
              (response, failure) -> {
                if (response != null) {
                  close(response.body());
                }
              });
    }
  }

  private static void close(InputStream body) {
    try {
      body.close();
    } catch (IOException gone) {
      // nothing more comes, which was wanted
    }
  }

  private static void stream(
      HttpResponse<InputStream> response,
      ServerSentEventParser parser,
      ServerSentEventListener listener) {
    try (InputStream body = response.body()) {
      checkStatus(response, body);
      listener.onOpen(successful(response).build());
      parser.parse(body, listener);
      listener.onClose();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void checkStatus(HttpResponse<?> response, InputStream body) throws IOException {
    int status = response.statusCode();
    if (status < 200 || status >= 300) {
      String text = new String(body.readNBytes(LONGEST_ERROR_BYTES), StandardCharsets.UTF_8);
      throw new AnsweredWithError(status, text, retryAfter(response.headers()));
    }
  }

  /** RFC 9110, 10.2.3; OpenAI adds milliseconds in a header of its own. */
  private static @Nullable Duration retryAfter(HttpHeaders headers) {
    String millis = headers.firstValue("retry-after-ms").orElse("");
    String seconds = headers.firstValue("retry-after").orElse("");
    if (millis.matches("\\d{1,9}")) {
      return Duration.ofMillis(Long.parseLong(millis));
    }
    return seconds.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
  }

  private static SuccessfulHttpResponse.Builder successful(HttpResponse<?> response) {
    return SuccessfulHttpResponse.builder()
        .statusCode(response.statusCode())
        .headers(response.headers().map());
  }

  private static RuntimeException unwrapped(Throwable failure) {
    Throwable cause =
        (failure instanceof CompletionException || failure instanceof ExecutionException)
                && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof HttpTimeoutException) {
      return new TimeoutException(cause);
    }
    return cause instanceof RuntimeException known
        ? known
        : new IllegalStateException("the request failed", cause);
  }

  private java.net.http.HttpRequest jdkRequest(HttpRequest request) {
    if (!request.formDataFields().isEmpty() || !request.formDataFiles().isEmpty()) {
      throw new UnsupportedFeatureException("forms; chat models send JSON only");
    }
    var builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url()));
    if (request.url().startsWith("http:")) {
      builder.version(Version.HTTP_1_1); // small servers stumble over the offer of HTTP/2
    }
    request
        .headers()
        .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
    if (readTimeout != null) {
      builder.timeout(readTimeout);
    }
    String body = request.body();
    return builder
        .method(
            request.method().name(),
            body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
        .build();
  }
}
