package dev.parley.brain.langchain4j;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.parley.ConversationItem;
import dev.parley.ConversationItem.Call;
import dev.parley.ToolCall;
import dev.parley.spi.ReplyRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A model's calls of tools in the engine's form. Ids are made unique in the session, as small
 * servers count anew in each answer or give none; names are made such as vendors accept.
 */
final class ToolCalls {
  private final ReplyRequest request;
  private final Set<String> taken = new HashSet<>();
  private int count;

  ToolCalls(ReplyRequest request) {
    this.request = request;
    for (ConversationItem item : request.conversation()) {
      if (item instanceof Call call) {
        taken.add(call.call().id());
      }
    }
  }

  List<ToolCall> of(List<ToolExecutionRequest> requests) {
    return requests.stream().map(this::of).toList();
  }

  private ToolCall of(ToolExecutionRequest asked) {
    LenientJson.Arguments arguments = LenientJson.read(asked.arguments());
    return new ToolCall(
        id(asked.id()),
        name(asked.name()),
        arguments.values(),
        arguments.text(),
        arguments.problem());
  }

  private String id(@Nullable String given) {
    count++;
    boolean good = given != null && !given.isBlank() && taken.add(given);
    if (good && given != null) {
      return given;
    }
    String own = "call-" + request.reply() + "-" + request.step() + "-" + count;
    taken.add(own);
    return own;
  }

  private static String name(@Nullable String given) {
    String clean = given == null ? "" : given.strip().replaceAll("[^A-Za-z0-9_-]", "_");
    return clean.isEmpty() ? "unnamed" : clean.substring(0, Math.min(clean.length(), 64));
  }
}
