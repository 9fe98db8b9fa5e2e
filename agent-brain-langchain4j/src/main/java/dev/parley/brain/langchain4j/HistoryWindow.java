package dev.parley.brain.langchain4j;

import dev.parley.ConversationItem;
import dev.parley.ConversationItem.UserTurn;
import java.util.List;

/**
 * How much of a conversation a model is given. Immutable.
 *
 * <p>The window begins with what a participant said, so a tool call is never parted from its
 * result. It moves by quarters: requests begin alike for many turns, which is what vendors' prompt
 * caches need.
 *
 * @param most how many items at most, 1 or more; one turn with all that was done about it may be
 *     more
 */
record HistoryWindow(int most) {
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
    return all.subList(firstTurnFrom(Math.min(cut, all.size() - 1), all), all.size());
  }

  private static int firstTurnFrom(int cut, List<ConversationItem> all) {
    for (int i = cut; i < all.size(); i++) {
      if (all.get(i) instanceof UserTurn) {
        return i;
      }
    }
    for (int i = cut; i > 0; i--) {
      if (all.get(i) instanceof UserTurn) {
        return i;
      }
    }
    return 0;
  }
}
