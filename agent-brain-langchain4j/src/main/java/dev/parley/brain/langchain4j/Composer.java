package dev.parley.brain.langchain4j;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.ToolChoice;
import dev.parley.AgentException;
import dev.parley.ConversationItem;
import dev.parley.ConversationItem.UserTurn;
import dev.parley.ErrorKind;
import dev.parley.spi.PluginContext;
import dev.parley.spi.ReplyRequest;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes a model's request of the engine's. Thread-safe; may block, as guardrails do. */
final class Composer {
  private final Function<ReplyRequest, String> systemMessage;
  private final Function<ReplyRequest, ChatRequestParameters> parameters;
  private final HistoryWindow window;
  private final InputScreen screen;
  private final ToolSchemas schemas;
  private final boolean declaresTools;

  Composer(
      Function<ReplyRequest, String> systemMessage,
      Function<ReplyRequest, ChatRequestParameters> parameters,
      HistoryWindow window,
      InputScreen screen,
      ToolSchemas schemas,
      boolean declaresTools) {
    this.systemMessage = systemMessage;
    this.parameters = parameters;
    this.window = window;
    this.screen = screen;
    this.schemas = schemas;
    this.declaresTools = declaresTools;
  }

  /**
   * Whether the request may be answered: not when its latest turn was refused. What the application
   * asks for is no answer to that turn, which is withheld from the model.
   */
  boolean isAllowed(ReplyRequest request, SessionNotes notes) {
    UserTurn last = request.instruction() == null ? Turns.last(request) : null;
    return last == null || !screen.judge(last, notes, request.context()).isRefused();
  }

  /** What a model may see of what was said. */
  Screened screened(UserTurn turn, SessionNotes notes, PluginContext context) {
    return screen.judge(turn, notes, context);
  }

  /**
   * Makes the whole request.
   *
   * @param found what was found about the latest turn, or null
   */
  ChatRequest request(ReplyRequest request, SessionNotes notes, @Nullable Found found) {
    List<ChatMessage> messages = messages(request, notes, withFound(request, notes, found));
    if (messages.isEmpty()) {
      throw new AgentException(
          ErrorKind.BAD_REQUEST,
          "there is nothing to ask the model about: no instructions, no conversation");
    }
    return ChatRequest.builder()
        .messages(messages)
        .parameters(parameters(request, messages))
        .build();
  }

  private @Nullable String withFound(
      ReplyRequest request, SessionNotes notes, @Nullable Found found) {
    UserTurn last = Turns.last(request);
    return found == null || last == null
        ? null
        : found.inWords(screened(last, notes, request.context()).text());
  }

  private ChatRequestParameters parameters(ReplyRequest request, List<ChatMessage> messages) {
    ChatRequestParameters own =
        ApplicationCode.call(
            "the function of the parameters", parameters, () -> parameters.apply(request));
    List<ToolSpecification> tools = schemas.forModel(request.tools());
    if (!tools.isEmpty()) {
      return own.overrideWith(ChatRequestParameters.builder().toolSpecifications(tools).build());
    }
    List<ToolSpecification> used = declaresTools ? schemas.ofCalls(messages) : List.of();
    return used.isEmpty()
        ? Toolless.parameters(own)
        : own.overrideWith(
            ChatRequestParameters.builder()
                .toolSpecifications(used)
                .toolChoice(ToolChoice.NONE)
                .build());
  }

  /** The messages alone. */
  List<ChatMessage> messages(ReplyRequest request, SessionNotes notes, @Nullable String lastTurn) {
    List<ConversationItem> items = window.of(request.conversation());
    var messages =
        new Messages(
            turn -> screened(turn, notes, request.context()).text(),
            lastTurn,
            Turns.areSeveral(request, items));
    messages.system(system(request));
    messages.conversation(items);
    if (request.instruction() != null) {
      messages.instruction(request.instruction());
    }
    return messages.list();
  }

  private String system(ReplyRequest request) {
    String own =
        ApplicationCode.call(
                "the function of the system message",
                systemMessage,
                () -> systemMessage.apply(request))
            .strip();
    String agents = request.instructions().strip();
    return own.isEmpty() || agents.isEmpty() ? own + agents : own + "\n\n" + agents;
  }
}
