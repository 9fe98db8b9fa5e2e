package dev.parley.brain.langchain4j;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.parley.ConversationItem;
import dev.parley.ConversationItem.AgentSpeech;
import dev.parley.ConversationItem.Call;
import dev.parley.ConversationItem.Result;
import dev.parley.ConversationItem.UserTurn;
import dev.parley.ToolCall;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes a conversation, as it was heard, in a model's messages. Used once, by one thread.
 *
 * <p>Neighbours of one role become one message, because many models' chat templates demand that
 * roles alternate. Each call of a tool is followed by its result, whatever the conversation lacks.
 */
final class Messages {
  /** Tells a model, in words that need no explanation elsewhere, where it was cut. */
  static final String INTERRUPTED = " [interrupted here, the rest was not heard]";

  private static final String NO_RESULT = "there is no result";

  private final List<ChatMessage> messages = new ArrayList<>();
  private final List<String> saidByUsers = new ArrayList<>();
  private final List<String> saidByAgent = new ArrayList<>();
  private final List<ToolCall> calls = new ArrayList<>();
  private final Map<String, Deque<Result>> results = new HashMap<>();
  private final Function<UserTurn, String> words;
  private final @Nullable String lastTurn;
  private final boolean named;

  /**
   * Begins.
   *
   * @param words what a model is given for what a participant said
   * @param lastTurn the same for the latest turn, or null
   * @param named whether several participants are to be told apart
   */
  Messages(Function<UserTurn, String> words, @Nullable String lastTurn, boolean named) {
    this.words = words;
    this.lastTurn = lastTurn;
    this.named = named;
  }

  /** Adds the system message; a blank one is left out. */
  void system(String text) {
    if (!text.isBlank()) {
      messages.add(SystemMessage.from(text));
    }
  }

  /** Adds the conversation. */
  void conversation(List<ConversationItem> items) {
    for (ConversationItem item : items) {
      if (item instanceof Result result) {
        results.computeIfAbsent(result.id(), id -> new ArrayDeque<>()).add(result);
      }
    }
    int last = lastTurn == null ? -1 : lastTurnIn(items);
    for (int i = 0; i < items.size(); i++) {
      add(items.get(i), i == last ? lastTurn : null);
    }
    endAgent();
    endUsers();
  }

  private static int lastTurnIn(List<ConversationItem> items) {
    int last = items.size() - 1;
    while (last >= 0 && !(items.get(last) instanceof UserTurn)) {
      last--;
    }
    return last;
  }

  private void add(ConversationItem item, @Nullable String instead) {
    if (item instanceof UserTurn turn) {
      endAgent();
      String text = instead == null ? words.apply(turn) : instead;
      saidByUsers.add(named ? turn.name() + ": " + text : text);
    } else if (item instanceof AgentSpeech speech) {
      endUsers();
      endCalls();
      saidByAgent.add(
          speech.interrupted() ? speech.text() + INTERRUPTED : Screened.orWithheld(speech.text()));
    } else if (item instanceof Call call) {
      endUsers();
      calls.add(call.call());
    } else if (item instanceof Result) {
      endCalls();
    }
  }

  /** Adds what the application asks for, which nobody said. */
  void instruction(String text) {
    String marked = "[Instruction of the application, not said by anybody: " + text + "]";
    int last = messages.size() - 1;
    if (last >= 0 && messages.get(last) instanceof UserMessage user && user.hasSingleText()) {
      messages.set(last, UserMessage.from(user.singleText() + "\n" + marked));
    } else {
      messages.add(UserMessage.from(marked));
    }
  }

  /** The messages so far. */
  List<ChatMessage> list() {
    return messages;
  }

  private void endUsers() {
    if (!saidByUsers.isEmpty()) {
      messages.add(UserMessage.from(String.join("\n", saidByUsers)));
      saidByUsers.clear();
    }
  }

  private void endAgent() {
    endCalls();
    if (!saidByAgent.isEmpty()) {
      messages.add(AiMessage.from(takeSaidByAgent()));
    }
  }

  private String takeSaidByAgent() {
    String said = String.join(" ", saidByAgent);
    saidByAgent.clear();
    return said;
  }

  private void endCalls() {
    if (calls.isEmpty()) {
      return;
    }
    List<ToolExecutionRequest> requests = calls.stream().map(Messages::request).toList();
    String said = takeSaidByAgent();
    messages.add(said.isEmpty() ? AiMessage.from(requests) : AiMessage.from(said, requests));
    calls.forEach(
        call ->
            messages.add(ToolExecutionResultMessage.from(call.id(), call.tool(), result(call))));
    calls.clear();
  }

  private String result(ToolCall call) {
    Deque<Result> ofId = results.get(call.id());
    Result result = ofId == null ? null : ofId.poll();
    String text = result == null ? NO_RESULT : result.text();
    return text.isBlank() ? "done" : text; // LangChain4j and some vendors refuse a blank one
  }

  private static ToolExecutionRequest request(ToolCall call) {
    // Vendors and servers parse what stands here and refuse the request when it is no object.
    String arguments = call.problem() == null ? LenientJson.valid(call) : "{}";
    return ToolExecutionRequest.builder()
        .id(call.id())
        .name(call.tool())
        .arguments(arguments)
        .build();
  }
}
