package dev.parley.tts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.AgentException;
import dev.parley.ErrorKind;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** The speech endpoint of OpenAI and of the servers that speak its dialect. Immutable. */
final class OpenAiHttp implements HttpVoice {
  private final HttpUrl url;
  private final String key;
  private final ObjectNode body;
  private final Failures failures;
  private final boolean ahead;

  /** Creates it; {@code body} is what all requests share. */
  OpenAiHttp(HttpUrl base, String key, ObjectNode body, Failures failures, boolean ahead) {
    this.url = base.newBuilder().addPathSegments("audio/speech").build();
    this.key = key;
    this.body = body;
    this.failures = failures;
    this.ahead = ahead;
  }

  @Override
  public boolean asksAhead() {
    return ahead;
  }

  @Override
  public Request.Builder request(String text) {
    String json = Json.copyOf(body).put("input", text).toString();
    return authorized(new Request.Builder().url(url), key).post(RequestBody.create(json, JSON));
  }

  /** Servers without keys get no header at all. */
  static Request.Builder authorized(Request.Builder request, String key) {
    return key.isEmpty() ? request : request.header("authorization", "Bearer " + key);
  }

  @Override
  public String sent(Part part) {
    return part.text().strip();
  }

  /** Servers ignore what they are asked for: only the response tells what it is. */
  @Override
  public void read(Response response, BodyListener listener) throws IOException {
    String type = Objects.requireNonNullElse(response.header("content-type"), "");
    String lower = type.toLowerCase(Locale.ROOT);
    if (lower.startsWith("text/event-stream")) {
      readEvents(response, listener);
    } else if (lower.matches("audio/(mpeg|mp3|ogg|opus|aac|flac|x-flac|webm).*")) {
      throw failures.told(
          ErrorKind.BAD_REQUEST,
          "the server answers " + type + " although PCM was asked for",
          null);
    } else {
      Bodies.raw(response.body().source(), listener);
    }
  }

  private void readEvents(Response response, BodyListener listener) throws IOException {
    var done = new boolean[1];
    Bodies.events(
        response.body().source(),
        event -> {
          String type = Json.text(event, "type");
          if (type.equals("error") || event.hasNonNull("error")) {
            throw failures.told(ErrorKind.SERVER, "the server reports an error", message(event));
          }
          done[0] |= type.endsWith(".done");
          tellUsage(event, listener);
          listener.audio(Json.bytes(event, "audio", "delta"));
        });
    if (!done[0]) {
      throw new IOException("the events ended without the one that says that they are complete");
    }
  }

  private static void tellUsage(JsonNode event, BodyListener listener) {
    JsonNode usage = Json.first(event, "usage", "token_usage");
    if (usage != null) {
      listener.measured("input_tokens", usage.path("input_tokens").asDouble());
      listener.measured("output_tokens", usage.path("output_tokens").asDouble());
    }
  }

  @Override
  public AgentException refused(Response response) throws IOException {
    String text = response.peekBody(LONGEST_REFUSAL).string();
    JsonNode parsed = Json.parse(text);
    JsonNode error = parsed == null ? Json.object() : firstObject(parsed, "error", "detail");
    String words = Json.text(error, "code") + " " + Json.text(error, "type");
    String id = Objects.requireNonNullElse(response.header("x-request-id"), "none");
    return failures.told(
        kindOf(response.code(), words),
        "the server refuses request "
            + id
            + " with status "
            + response.code()
            + " "
            + words.strip(),
        parsed == null ? text : message(parsed),
        RetryAfter.of(response));
  }

  private static ErrorKind kindOf(int status, String words) {
    return words.contains("invalid_api_key")
        ? ErrorKind.AUTHENTICATION
        : Failures.kindOf(status, words);
  }

  private static JsonNode firstObject(JsonNode node, String... fields) {
    JsonNode found = Json.first(node, fields);
    return found != null && found.isObject() ? found : Json.object();
  }

  /** Errors come as {@code error.message}, as {@code detail.message}, or as a text in either. */
  private static String message(JsonNode node) {
    JsonNode found = Json.first(node, "error", "detail");
    if (found == null) {
      return Json.text(node, "message");
    }
    return found.isObject() ? Json.text(found, "message") : found.isTextual() ? found.asText() : "";
  }
}
