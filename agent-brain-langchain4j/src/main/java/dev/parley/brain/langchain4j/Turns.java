package dev.parley.brain.langchain4j;

import dev.parley.ConversationItem;
import dev.parley.ConversationItem.UserTurn;
import dev.parley.spi.ReplyRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who said what, in a request. */
final class Turns {
  private Turns() {}

  /** The latest turn, or null. */
  static @Nullable UserTurn last(ReplyRequest request) {
    List<ConversationItem> items = request.conversation();
    for (int i = items.size() - 1; i >= 0; i--) {
      if (items.get(i) instanceof UserTurn turn) {
        return turn;
      }
    }
    return null;
  }

  /** How many turns there are up to now: which one the latest is. */
  static int count(ReplyRequest request) {
    return (int) request.conversation().stream().filter(UserTurn.class::isInstance).count();
  }

  /** Whether several participants are to be told apart: here now, or in what was said. */
  static boolean areSeveral(ReplyRequest request, List<ConversationItem> items) {
    if (request.participants().size() > 1) {
      return true;
    }
    Set<String> speakers = new HashSet<>();
    for (ConversationItem item : items) {
      if (item instanceof UserTurn turn) {
        speakers.add(turn.who());
      }
    }
    return speakers.size() > 1;
  }
}
