package dev.parley.brain.langchain4j;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The events of a stream before LangChain4j reads them. What servers make of OpenAI's chunks is put
 * right: reasons to finish that are not OpenAI's, calls of tools in pieces that are not in order, a
 * refusal beside the text. {@code [DONE]} is the end, whatever comes after it; an event that tells
 * of an error is the failure that it tells of. Anything else passes as it is.
 *
 * <p>Called on one thread at a time. Few events are read twice: those with tokens never.
 */
final class ChatChunks implements ServerSentEventListener {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Members that are worth a look when they are not null; within a text their quotes differ. */
  private static final Pattern NOTABLE =
      Pattern.compile("\"(?:error|finish_reason|tool_calls|refusal)\"\\s*:\\s*(?!null|\\s)");

  private static final Pattern CHOICES = Pattern.compile("\"choices\"\\s*:\\s*\\[\\s*\\{");

  /** Any other word, in capitals or not, means that the model has ended as it wanted to. */
  private static final Map<String, String> REASONS =
      Map.of(
          "length", "length",
          "max_tokens", "length",
          "model_length", "length",
          "content_filter", "content_filter",
          "safety", "content_filter",
          "tool_calls", "tool_calls",
          "tool_use", "tool_calls",
          "function_call", "function_call");

  private static final Set<String> BROKEN_OFF =
      Set.of("error", "abort", "insufficient_system_resource");

  private final ServerSentEventListener listener;
  private final Runnable whenOver;
  private final ToolPieces calls = new ToolPieces();
  private boolean begun;
  private boolean reasoned;
  private boolean over;

  /**
   * Creates it.
   *
   * @param whenOver nothing that comes afterwards is wanted
   */
  ChatChunks(ServerSentEventListener listener, Runnable whenOver) {
    this.listener = listener;
    this.whenOver = whenOver;
  }

  @Override
  public void onOpen(SuccessfulHttpResponse response) {
    listener.onOpen(response);
  }

  @Override
  public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
    if (over) {
      return;
    }
    String data = event.data();
    if (data.strip().equals("[DONE]")) {
      done(context);
      return;
    }
    begun = begun || CHOICES.matcher(data).find();
    if ("error".equals(event.event())) {
      onError(Failures.inStream(data));
    } else if (NOTABLE.matcher(data).find()) {
      look(event, context);
    } else {
      listener.onEvent(event, context);
    }
  }

  private void done(ServerSentEventContext context) {
    if (begun && !reasoned) { // a server that gives no reason has said that it is done all the same
      String reason = calls.isEmpty() ? "stop" : "tool_calls";
      tellCalls(context);
      tell(
          "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"" + reason + "\"}]}",
          context);
    }
    onClose();
  }

  private void look(ServerSentEvent event, ServerSentEventContext context) {
    JsonNode tree;
    try {
      tree = JSON.readTree(event.data());
    } catch (JsonProcessingException garbage) {
      listener.onEvent(event, context);
      return;
    }
    JsonNode error = tree.path("error");
    if ((error.isObject() && !error.isEmpty()) || !error.asText("").isEmpty()) {
      onError(Failures.inStream(event.data()));
    } else if (tree.path("choices").path(0) instanceof ObjectNode choice) {
      choice(choice, tree, context);
    } else {
      listener.onEvent(event, context);
    }
  }

  private void choice(ObjectNode choice, JsonNode tree, ServerSentEventContext context) {
    if (choice.path("delta") instanceof ObjectNode delta) {
      refusal(delta);
      if (calls.take(delta.remove("tool_calls"))) {
        RunningCall.signOfLife();
      }
    }
    String given = choice.path("finish_reason").asText("").toLowerCase(Locale.ROOT);
    if (BROKEN_OFF.contains(given)) {
      onError(Failures.brokenOff(given));
      return;
    }
    if (choice.path("finish_reason").isTextual() && !given.isEmpty()) {
      choice.put("finish_reason", REASONS.getOrDefault(given, "stop"));
      reasoned = true;
      tellCalls(context);
    }
    tell(tree.toString(), context);
  }

  /** What a model says instead of an answer is said. */
  private static void refusal(ObjectNode delta) {
    String refusal = delta.path("refusal").asText("");
    if (!refusal.isEmpty() && delta.path("content").asText("").isEmpty()) {
      delta.put("content", refusal);
    }
  }

  private void tellCalls(ServerSentEventContext context) {
    calls.inOrder().forEach(chunk -> tell(chunk, context));
  }

  private void tell(String data, ServerSentEventContext context) {
    listener.onEvent(new ServerSentEvent(null, data), context);
  }

  @Override
  public void onError(@Nullable Throwable failure) {
    if (end()) {
      listener.onError(failure);
    }
  }

  @Override
  public void onClose() {
    if (end()) {
      listener.onClose();
    }
  }

  private boolean end() {
    boolean first = !over;
    over = true;
    whenOver.run();
    return first;
  }
}
