package dev.parley.tts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.AgentException;
import dev.parley.ErrorKind;
import dev.parley.spi.TtsRequest;
import dev.parley.spi.Word;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cartesia's socket: one context a reply, sentences spoken at once, an empty transcript at the end.
 *
 * <p>A cancelled context goes on with what it has begun, so its id stays dead until its end; the
 * next reply does not wait for that. An error ends the context, not the socket.
 */
final class CartesiaProtocol implements Protocol {
  private final Line line;
  private final Failures failures;
  private final ObjectNode generation;
  private final Map<String, Context> contexts = new HashMap<>();
  private final Set<String> cancelled = new HashSet<>();
  private int number;

  /** Creates the protocol of one connection; {@code generation} is what all messages share. */
  CartesiaProtocol(Line line, Failures failures, ObjectNode generation) {
    this.line = line;
    this.failures = failures;
    this.generation = generation;
  }

  @Override
  public void opened() {
    line.ready();
  }

  @Override
  public Talk begin(TtsRequest request, SynthesisListener listener) {
    var context = new Context("c" + ++number, request.language(), listener);
    contexts.put(context.id, context);
    listener.ready();
    return context;
  }

  @Override
  public void message(JsonNode message) {
    String id = Json.text(message, "context_id");
    Context context = contexts.get(id);
    if (context != null) {
      context.hear(message);
    } else if (cancelled.contains(id)) {
      forget(id, message);
    } else if (isError(message)) {
      line.fail(failure(message));
    }
  }

  private void forget(String id, JsonNode message) {
    if (message.hasNonNull("data")) {
      line.pool().late().count();
    }
    if (Json.isTrue(message, "done") && cancelled.remove(id)) {
      line.pool().dead(line);
    }
  }

  private static boolean isError(JsonNode message) {
    return Json.text(message, "type").equals("error");
  }

  private AgentException failure(JsonNode message) {
    int status = message.path("status_code").asInt();
    String word = Json.text(message, "error_code");
    String text = Json.text(message, "message", "error", "title");
    return failures.told(
        Failures.kindOf(status, word), "the vendor reports status " + status + " " + word, text);
  }

  @Override
  public AgentException failureOf(Ending ending) {
    if (ending.status() > 0) {
      JsonNode body = Json.parse(ending.text());
      String word = body == null ? "" : Json.text(body, "error_code");
      String text = body == null ? ending.text() : Json.text(body, "message", "error", "title");
      return failures.told(
          Failures.kindOf(ending.status(), word),
          "the vendor refuses the connection with status " + ending.status(),
          text);
    }
    return ending.cause() != null
        ? failures.network(ending.cause())
        : failures.told(
            ErrorKind.NETWORK,
            "the vendor closed the connection with code " + ending.code(),
            ending.text());
  }

  private final class Context implements Talk {
    private final String id;
    private final @Nullable String language;
    private final SynthesisListener listener;
    private boolean spoken;

    Context(String id, @Nullable String language, SynthesisListener listener) {
      this.id = id;
      this.language = language;
      this.listener = listener;
    }

    @Override
    public void say(String text) {
      spoken = true;
      line.send(generate(text, true));
    }

    @Override
    public void end() {
      line.send(generate("", false));
    }

    private ObjectNode generate(String transcript, boolean more) {
      ObjectNode message = Json.copyOf(generation);
      message.put("context_id", id).put("transcript", transcript).put("continue", more);
      if (language != null) {
        message.put("language", language.split("-", 2)[0]);
      }
      return message;
    }

    @Override
    public boolean cancel() {
      boolean cut = contexts.remove(id) != null && spoken;
      if (cut) {
        cancelled.add(id);
        line.send(Json.object().put("context_id", id).put("cancel", true));
      }
      return cut;
    }

    void hear(JsonNode message) {
      switch (Json.text(message, "type")) {
        case "chunk" -> listener.audio(Json.bytes(message, "data"));
        case "timestamps" -> listener.words(words(message.path("word_timestamps")));
        case "flush_done" -> listener.partDone();
        case "done" -> {
          contexts.remove(id);
          listener.done();
        }
        case "error" -> {
          contexts.remove(id);
          listener.failed(failure(message));
        }
        default -> {} // kinds that are not asked for, and those of tomorrow
      }
    }

    /** Times are seconds from the start of the context. */
    private List<Word> words(JsonNode timestamps) {
      var words = new ArrayList<Word>();
      for (int i = 0; i < timestamps.path("words").size(); i++) {
        words.add(
            Word.of(
                timestamps.path("words").get(i).asText(),
                seconds(timestamps.path("start").path(i)),
                seconds(timestamps.path("end").path(i))));
      }
      return words;
    }

    private static Duration seconds(JsonNode value) {
      return Duration.ofNanos(Math.round(value.asDouble() * 1e9));
    }
  }
}
