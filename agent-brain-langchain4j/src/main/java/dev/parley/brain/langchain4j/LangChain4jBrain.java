package dev.parley.brain.langchain4j;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.parley.Tool;
import dev.parley.spi.Brain;
import dev.parley.spi.PluginContext;
import dev.parley.spi.ReplyListener;
import dev.parley.spi.ReplyRequest;
import dev.parley.spi.ReplyStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.apiguardian.api.API;

/**
 * Lets any LangChain4j chat model think for a voice agent. Thread-safe.
 *
 * <pre>{@code
 * Brain brain = LangChain4jBrain.builder()
 *     .model(OpenAiStreamingChatModel.builder()
 *         .httpClientBuilder(LangChain4jBrain.httpClient())
 *         .apiKey(key).modelName("gpt-4.1-mini").build())
 *     .tools(new AppointmentBook())
 *     .build();
 * }</pre>
 *
 * <p>The conversation as it was heard is the only memory: each request is made of it. Tools are run
 * by the engine, so none runs for a turn that is not over, and each call has one result. Failed
 * requests are tried again by the engine, and with the next brain of {@link Brain#withFallback}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class LangChain4jBrain extends Brain {
  private final Recipe recipe;
  private final List<Tool> tools;
  // A context is known to its session alone and goes with it.
  private final Map<PluginContext, SessionNotes> notes =
      Collections.synchronizedMap(new WeakHashMap<>());

  LangChain4jBrain(Recipe recipe, List<ModelTool> tools) {
    this.recipe = recipe;
    this.tools = List.copyOf(tools);
  }

  /** Returns a builder of a brain that has no model yet. */
  public static LangChain4jBrainBuilder builder() {
    return new LangChain4jBrainBuilder();
  }

  /**
   * Returns a brain that works as an AI service does: with its model, system message, tools,
   * retrieval augmentor and guardrails. The service's own chat memory is not used.
   *
   * @param assistant made by LangChain4j's {@code AiServices}, of an interface with one method that
   *     returns a {@code TokenStream}
   * @throws IllegalArgumentException when it is something else
   */
  public static LangChain4jBrain of(Object assistant) {
    return from(assistant).build();
  }

  /** Returns a builder with all that an AI service has, to add to. See {@link #of}. */
  public static LangChain4jBrainBuilder from(Object assistant) {
    return AiServiceParts.of(assistant).fill(builder());
  }

  /**
   * Returns an HTTP client for models that you build yourself: with it an interruption ends a
   * request at once, even before its first token, and servers' wishes for a pause are heard.
   */
  public static HttpClientBuilder httpClient() {
    return new VoiceHttpClientBuilder();
  }

  @Override
  public String name() {
    return recipe.name();
  }

  @Override
  public List<Tool> tools() {
    return tools;
  }

  @Override
  public ReplyStream open(ReplyRequest request, ReplyListener listener) {
    var reply = new ModelReply(recipe, notes(request), request, listener);
    reply.begin();
    return reply;
  }

  @Override
  public void anticipate(ReplyRequest request) {
    Retrieval retrieval = recipe.retrieval();
    if (retrieval != null) {
      retrieval.anticipate(notes(request), request);
    }
  }

  private SessionNotes notes(ReplyRequest request) {
    return notes.computeIfAbsent(request.context(), context -> new SessionNotes());
  }
}
