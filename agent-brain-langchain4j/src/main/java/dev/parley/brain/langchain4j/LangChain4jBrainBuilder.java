package dev.parley.brain.langchain4j;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.guardrail.InputGuardrail;
import dev.langchain4j.guardrail.OutputGuardrail;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.rag.RetrievalAugmentor;
import dev.langchain4j.service.tool.ToolExecutor;
import dev.langchain4j.service.tool.ToolProvider;
import dev.parley.spi.ReplyRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Builds {@link LangChain4jBrain}s. Not thread-safe. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class LangChain4jBrainBuilder {
  private final ToolCatalog tools = new ToolCatalog();
  private final List<InputGuardrail> inputGuardrails = new ArrayList<>();
  private final List<OutputGuardrail> outputGuardrails = new ArrayList<>();
  private String name = "langchain4j";
  private @Nullable ModelCalls model;
  private ChatRequestParameters defaults = ChatRequestParameters.builder().build();
  private Function<ReplyRequest, String> systemMessage = request -> "";
  private Function<ReplyRequest, ChatRequestParameters> parameters =
      request -> ChatRequestParameters.builder().build();
  private @Nullable ChatRequestParameters fixed = ChatRequestParameters.builder().build();
  private @Nullable RetrievalAugmentor augmentor;
  private Duration retrievalBudget = Duration.ofMillis(300);
  private @Nullable OutputGuard outputGuard;
  private int holdCharacters = 200;
  private Duration holdTime = Duration.ofMillis(500);
  private HistoryWindow window = new HistoryWindow(200);
  private Duration firstToken = Duration.ofSeconds(8);
  private Duration betweenTokens = Duration.ofSeconds(5);
  private Prices prices = Prices.builder().build();
  private @Nullable SessionBudget budget;
  private boolean declaresTools;
  private String refusal = "I am sorry, I cannot help with that.";

  LangChain4jBrainBuilder() {}

  /** Sets the brain's name in events and metrics, lower case; default {@code langchain4j}. */
  public LangChain4jBrainBuilder name(String name) {
    this.name = Objects.requireNonNull(name, "name");
    return this;
  }

  /** Sets the model. Any vendor's; it must stream. */
  public LangChain4jBrainBuilder model(StreamingChatModel model) {
    this.model = Objects.requireNonNull(model, "model")::chat;
    this.defaults = model.defaultRequestParameters();
    return this;
  }

  /** Sets a model that answers in one piece: nothing is heard before all of it is written. */
  public LangChain4jBrainBuilder model(ChatModel model) {
    this.model = ModelCalls.blocking(Objects.requireNonNull(model, "model"));
    this.defaults = model.defaultRequestParameters();
    return this;
  }

  /**
   * Sets what stands before the agent's instructions in the system message; default nothing. The
   * agent's instructions alone are enough.
   */
  public LangChain4jBrainBuilder systemMessage(String text) {
    Objects.requireNonNull(text, "text");
    return systemMessage(request -> text);
  }

  /**
   * The same from a file in UTF-8, read now.
   *
   * @throws UncheckedIOException when it cannot be read
   */
  public LangChain4jBrainBuilder systemMessage(Path file) {
    try {
      return systemMessage(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the system message cannot be read from " + file + "; check the path", e);
    }
  }

  /** The same as a function of session and request, on a thread that may block. */
  public LangChain4jBrainBuilder systemMessage(Function<ReplyRequest, String> text) {
    this.systemMessage = Objects.requireNonNull(text, "text");
    return this;
  }

  /** Sets parameters of each request, such as the temperature; default the model's own. */
  public LangChain4jBrainBuilder parameters(ChatRequestParameters parameters) {
    Objects.requireNonNull(parameters, "parameters");
    parameters(request -> parameters);
    this.fixed = parameters;
    return this;
  }

  /** The same as a function of session and request, on a thread that may block. */
  public LangChain4jBrainBuilder parameters(
      Function<ReplyRequest, ChatRequestParameters> parameters) {
    this.parameters = Objects.requireNonNull(parameters, "parameters");
    this.fixed = null;
    return this;
  }

  /**
   * Adds the methods of these objects that are annotated with {@code @Tool}. Parameters of type
   * {@link CallerContext} are told for whom they run.
   */
  public LangChain4jBrainBuilder tools(Object... objects) {
    for (Object object : objects) {
      tools.addObject(object);
    }
    return this;
  }

  /** Adds a tool. */
  public LangChain4jBrainBuilder tool(ToolSpecification specification, ToolExecutor executor) {
    tools.add(specification, executor);
    return this;
  }

  /** Adds the tools of a provider, such as MCP servers'. It is asked once, when this is built. */
  public LangChain4jBrainBuilder toolProvider(ToolProvider provider) {
    tools.addProvider(Objects.requireNonNull(provider, "provider"));
    return this;
  }

  /** Sets how long a tool may take; default 30 s. */
  public LangChain4jBrainBuilder toolDeadline(Duration deadline) {
    tools.deadline(Objects.requireNonNull(deadline, "deadline"));
    return this;
  }

  /** Names tools that run only after the participant has said yes; default none. */
  public LangChain4jBrainBuilder confirm(String... names) {
    tools.confirm(List.of(names));
    return this;
  }

  /**
   * Declares tools that were called before also where none may be called, with the tool choice
   * {@code NONE}: the last request of a reply that has reached {@code ReplyPolicy.maxToolSteps}.
   * Some vendors refuse calls in the history otherwise, others do not know the choice; default no.
   */
  public LangChain4jBrainBuilder declareUsedTools() {
    this.declaresTools = true;
    return this;
  }

  /**
   * Sets what looks up things before the model is asked; default nothing. It starts when somebody
   * seems to have finished.
   *
   * @param budget how long it may take from the end of the turn; then the model answers without
   */
  public LangChain4jBrainBuilder retrieval(RetrievalAugmentor augmentor, Duration budget) {
    this.augmentor = Objects.requireNonNull(augmentor, "augmentor");
    this.retrievalBudget = positive("the retrieval's budget", budget);
    return this;
  }

  /** The same with a budget of 300 ms. */
  public LangChain4jBrainBuilder retrieval(RetrievalAugmentor augmentor) {
    return retrieval(augmentor, Duration.ofMillis(300));
  }

  /** Adds guardrails that see what was said before a model does. */
  public LangChain4jBrainBuilder inputGuardrails(InputGuardrail... guardrails) {
    inputGuardrails.addAll(List.of(guardrails));
    return this;
  }

  /**
   * Adds guardrails that see a whole answer before anything of it is spoken: safe, and as slow as
   * the model is long. {@link #outputGuard} judges while the model writes.
   */
  public LangChain4jBrainBuilder outputGuardrails(OutputGuardrail... guardrails) {
    outputGuardrails.addAll(List.of(guardrails));
    return this;
  }

  /** Sets what judges an answer while it is written; it may hold back 200 characters, 500 ms. */
  public LangChain4jBrainBuilder outputGuard(OutputGuard guard) {
    return outputGuard(guard, 200, Duration.ofMillis(500));
  }

  /**
   * Sets what judges an answer while it is written.
   *
   * @param characters how much it may hold back; one that tells what it {@linkplain
   *     OutputGuard#holdsBack holds back} may do so
   * @param time for how long it may hold back anything
   */
  public LangChain4jBrainBuilder outputGuard(OutputGuard guard, int characters, Duration time) {
    if (characters < 0) {
      throw new IllegalArgumentException(
          "the guard may hold back " + characters + " characters, must be 0 or more");
    }
    this.outputGuard = Objects.requireNonNull(guard, "guard");
    this.holdCharacters = characters;
    this.holdTime = positive("the time for which the guard may hold back", time);
    return this;
  }

  /** Sets what is said when a guardrail refuses; empty: nothing; default a sentence in English. */
  public LangChain4jBrainBuilder refusal(String words) {
    this.refusal = Objects.requireNonNull(words, "words");
    return this;
  }

  /**
   * Sets how many items of the conversation a request has at most: turns, speeches, calls, results;
   * default 200. A call is never parted from its result.
   */
  public LangChain4jBrainBuilder historyWindow(int items) {
    this.window = new HistoryWindow(items);
    return this;
  }

  /**
   * Sets how long the model may be silent before its first token, and between two; default 8 s and
   * 5 s. {@code ReplyPolicy.brainTimeout} counts too.
   */
  public LangChain4jBrainBuilder timeouts(Duration firstToken, Duration betweenTokens) {
    this.firstToken = positive("the time to the first token", firstToken);
    this.betweenTokens = positive("the time between tokens", betweenTokens);
    return this;
  }

  /** Sets what models cost; default nothing is known and no cost is told. */
  public LangChain4jBrainBuilder prices(Prices prices) {
    this.prices = Objects.requireNonNull(prices, "prices");
    return this;
  }

  /** Sets what the models of one session may cost; default any amount. */
  public LangChain4jBrainBuilder budget(SessionBudget budget) {
    this.budget = Objects.requireNonNull(budget, "budget");
    return this;
  }

  /** A guard that says how much it holds back has the room for it, however long a token is. */
  private int held() {
    boolean limited = outputGuard != null && outputGuard.holdsBack() > 0;
    return limited ? Integer.MAX_VALUE : holdCharacters;
  }

  private static Duration positive(String what, Duration given) {
    if (given.isNegative() || given.isZero()) {
      throw new IllegalArgumentException(what + " is " + given + ", must be more than 0");
    }
    return given;
  }

  /**
   * Builds the brain; asks tool providers for their tools, which may block.
   *
   * @throws IllegalArgumentException when there is no model, two tools share a name, or a budget of
   *     money has no price
   */
  public LangChain4jBrain build() {
    if (model == null) {
      throw new IllegalArgumentException("the brain has no model; set one with model(...)");
    }
    var accounts = new Accounts(name, prices, budget, defaults);
    if (fixed != null) {
      accounts.checkPrice(fixed);
    }
    List<ModelTool> built = tools.build();
    var schemas = new ToolSchemas();
    built.forEach(schemas::remember);
    var composer =
        new Composer(
            systemMessage,
            parameters,
            window,
            new InputScreen(inputGuardrails),
            schemas,
            declaresTools);
    var recipe =
        new Recipe(
            name,
            model,
            composer,
            augmentor == null ? null : new Retrieval(augmentor, retrievalBudget, composer),
            new OutputScreen(outputGuardrails),
            outputGuard,
            held(),
            holdTime,
            firstToken,
            betweenTokens,
            accounts,
            refusal);
    return new LangChain4jBrain(recipe, built);
  }
}
