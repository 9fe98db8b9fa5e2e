package dev.parley.brain.langchain4j;

import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.DefaultServerSentEventParser;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * OkHttp for LangChain4j's models, with two things that a conversation needs: a request can be
 * cancelled before its first byte has come, and an error keeps the server's wish for a pause.
 * Thread-safe.
 *
 * <p>A stream that a brain asked for is read on the thread that asked, so that a token changes
 * threads once, on its way to the session. Any other caller gets its stream on a thread of the
 * client's.
 */
final class VoiceHttpClient implements HttpClient {
  private static final int LONGEST_ERROR_BYTES = 64 << 10;
  private static final double MILLIS = 1_000;

  private final OkHttpClient client;

  VoiceHttpClient(OkHttpClient client) {
    this.client = client;
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    Call call = client.newCall(okRequest(request).build());
    RunningCall.ofThisThread(call::cancel);
    try (Response response = call.execute()) {
      checkStatus(response);
      return successful(response).body(response.body().string()).build();
    } catch (IOException e) {
      throw unwrapped(e);
    }
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    Call call = client.newCall(streamed(request));
    var stream = new Stream(parser, listener);
    if (RunningCall.ofThisThread(call::cancel)) {
      stream.read(call);
    } else {
      call.enqueue(stream);
    }
  }

  /** What is compressed comes in blocks, and so would tokens. */
  private static Request streamed(HttpRequest request) {
    return okRequest(request).header("accept-encoding", "identity").build();
  }

  private static Request.Builder okRequest(HttpRequest request) {
    if (!request.formDataFields().isEmpty() || !request.formDataFiles().isEmpty()) {
      throw new UnsupportedFeatureException("forms; chat models send JSON only");
    }
    var builder = new Request.Builder().url(request.url());
    request
        .headers()
        .forEach((name, values) -> values.forEach(value -> builder.addHeader(name, value)));
    return builder.method(request.method().name(), body(request.body()));
  }

  private static @Nullable RequestBody body(@Nullable String body) {
    return body == null ? null : RequestBody.create(body.getBytes(StandardCharsets.UTF_8), null);
  }

  private static void checkStatus(Response response) throws IOException {
    if (!response.isSuccessful()) {
      String text = response.peekBody(LONGEST_ERROR_BYTES).string();
      throw new AnsweredWithError(response.code(), text, retryAfter(response));
    }
  }

  /** A page for people, or an answer in one piece, has no events: it would pass for silence. */
  private static void checkType(Response response) throws IOException {
    MediaType type = response.body().contentType();
    if (type != null && type.subtype().matches("(?i)(.*\\+)?(html|xhtml|json|xml)")) {
      throw Failures.noStream(
          type.type() + "/" + type.subtype(), response.peekBody(LONGEST_ERROR_BYTES).string());
    }
  }

  /** RFC 9110, 10.2.3; OpenAI adds milliseconds in a header of its own. */
  private static @Nullable Duration retryAfter(Response response) {
    String millis = response.header("retry-after-ms", "");
    String seconds = response.header("retry-after", "");
    if (millis.matches("\\d{1,9}(\\.\\d+)?")) {
      return Duration.ofMillis((long) Double.parseDouble(millis));
    }
    return seconds.matches("\\d{1,6}(\\.\\d+)?")
        ? Duration.ofMillis((long) (Double.parseDouble(seconds) * MILLIS))
        : untilDate(response);
  }

  /** The server's own clock counts, if it tells it. */
  private static @Nullable Duration untilDate(Response response) {
    Instant then = response.headers().getInstant("retry-after");
    Instant sent = response.headers().getInstant("date");
    Instant now = sent == null ? Instant.ofEpochMilli(response.receivedResponseAtMillis()) : sent;
    return then != null && then.isAfter(now) ? Duration.between(now, then) : null;
  }

  private static SuccessfulHttpResponse.Builder successful(Response response) {
    return SuccessfulHttpResponse.builder()
        .statusCode(response.code())
        .headers(response.headers().toMultimap());
  }

  private static RuntimeException unwrapped(IOException failure) {
    return failure instanceof SocketTimeoutException
        ? new TimeoutException(failure)
        : new UncheckedIOException(failure);
  }

  /** One answer that comes as events. */
  private record Stream(ServerSentEventParser parser, ServerSentEventListener listener)
      implements Callback {
    /** Returns when all of it has been told. */
    void read(Call call) {
      try {
        tell(call.execute());
      } catch (IOException failure) {
        listener.onError(unwrapped(failure));
      }
    }

    @Override
    public void onResponse(Call call, Response response) {
      tell(response);
    }

    @Override
    public void onFailure(Call call, IOException failure) {
      listener.onError(unwrapped(failure));
    }

    private void tell(Response answer) {
      try (Response response = answer) {
        checkStatus(response);
        if (parser instanceof DefaultServerSentEventParser) {
          checkType(response);
          var body = new EndableStream(response.body().byteStream());
          parse(response, body, new ChatChunks(listener, body::end));
        } else {
          parse(response, response.body().byteStream(), listener);
        }
      } catch (IOException cut) {
        listener.onError(unwrapped(cut));
      } catch (RuntimeException failure) { // a status that tells of an error, or a defect
        listener.onError(failure);
      }
    }

    private void parse(Response response, InputStream body, ServerSentEventListener each) {
      each.onOpen(successful(response).build());
      parser.parse(body, each);
      each.onClose();
    }
  }
}
