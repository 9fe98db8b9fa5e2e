package dev.parley.testkit;

import dev.parley.ConversationItem;
import dev.parley.ConversationItem.Result;
import dev.parley.ConversationItem.UserTurn;
import dev.parley.spi.ReplyRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a request is about. A result that came late stands in the place of its call,
 * before user texts that were answered already, so what was new since the last request is
 * remembered. Shared by the brains of one agent; thread-safe.
 */
final class BrainMemory {
  private final Map<String, Last> lasts = new ConcurrentHashMap<>();

  private record Last(List<ConversationItem> conversation, List<String> heard) {}

  /** What the request may be about, the likeliest first; one entry at least. */
  List<String> heardIn(ReplyRequest request) {
    Last last = lasts.get(request.context().sessionId());
    List<String> heard = heardIn(request, last);
    lasts.put(request.context().sessionId(), new Last(request.conversation(), heard));
    return heard;
  }

  private static List<String> heardIn(ReplyRequest request, @Nullable Last last) {
    if (request.instruction() != null && request.step() == 0) {
      return List.of(Spaces.collapse(request.instruction()));
    }
    if (last != null && last.conversation.equals(request.conversation())) {
      return last.heard;
    }
    List<ConversationItem> items =
        request.conversation().stream().filter(BrainMemory::isHeard).toList();
    List<ConversationItem> fresh = new ArrayList<>(items);
    if (last != null) {
      last.conversation.forEach(fresh::remove);
    }
    return texts(items, fresh);
  }

  private static List<String> texts(List<ConversationItem> items, List<ConversationItem> fresh) {
    if (items.isEmpty()) {
      return List.of("");
    }
    ConversationItem latest = items.get(items.size() - 1);
    if (fresh.isEmpty() || fresh.contains(latest)) {
      return List.of(textOf(latest));
    }
    ConversationItem freshest = fresh.get(fresh.size() - 1);
    return freshest instanceof Result
        ? List.of(textOf(freshest), textOf(latest))
        : List.of(textOf(latest), textOf(freshest));
  }

  private static boolean isHeard(ConversationItem item) {
    return item instanceof UserTurn || item instanceof Result;
  }

  private static String textOf(ConversationItem item) {
    if (item instanceof UserTurn turn) {
      return Spaces.collapse(turn.text());
    }
    return Spaces.collapse(((Result) item).text());
  }
}
