package dev.parley.brain.langchain4j;

import dev.parley.ConversationItem;
import dev.parley.ConversationItem.AgentSpeech;
import dev.parley.ConversationItem.Call;
import dev.parley.ConversationItem.Result;
import dev.parley.ConversationItem.UserTurn;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How much of a conversation a model is given. Immutable.
 *
 * <p>The window begins with what a participant said or, if nobody says anything any more, with what
 * the agent did: a tool call is never parted from its result. It moves by quarters: requests begin
 * alike for many turns, which is what vendors' prompt caches need.
 *
 * @param most how many items at most, 1 or more; one turn with all that was done about it, or calls
 *     whose results come late, may be more
 */
record HistoryWindow(int most) {
  /** So much more a window may hold in order to begin with a turn: what is done about one. */
  private static final int LONGEST_TURN = 10;

  /** Checks the size. */
  HistoryWindow {
    if (most < 1) {
      throw new IllegalArgumentException(
          "the history window is " + most + " items, must be at least 1");
    }
  }

  List<ConversationItem> of(List<ConversationItem> all) {
    int surplus = all.size() - most;
    if (surplus <= 0) {
      return all;
    }
    int block = Math.max(1, most / 4);
    int cut = (surplus + block - 1) / block * block;
    return all.subList(begin(Math.min(cut, all.size() - 1), all), all.size());
  }

  private int begin(int cut, List<ConversationItem> all) {
    for (int i = cut; i < all.size(); i++) {
      if (all.get(i) instanceof UserTurn) {
        return i;
      }
    }
    for (int i = cut; i > 0 && all.size() - i <= most + LONGEST_TURN; i--) {
      if (all.get(i) instanceof UserTurn) {
        return i;
      }
    }
    for (int i = cut; i < all.size(); i++) {
      if (all.get(i) instanceof AgentSpeech && hasNoResultAlone(i, all)) {
        return i;
      }
    }
    for (int i = cut; i > 0; i--) {
      if (!(all.get(i) instanceof Result) && hasNoResultAlone(i, all)) {
        return i;
      }
    }
    return 0;
  }

  /** Whether all results from here on have their calls here too. */
  private static boolean hasNoResultAlone(int begin, List<ConversationItem> all) {
    Set<String> called = new HashSet<>();
    for (ConversationItem item : all.subList(begin, all.size())) {
      if (item instanceof Call call) {
        called.add(call.call().id());
      } else if (item instanceof Result result && !called.contains(result.id())) {
        return false;
      }
    }
    return true;
  }
}
