package dev.parley.internal.reply;

import dev.parley.ConversationItem;
import java.util.List;

/**
 * A turn that may not be over, as if it were.
 *
 * @param text what was understood of it
 * @param conversation the conversation with that turn in it
 */
public record Guess(String text, List<ConversationItem> conversation) {
  /** Copies the list. */
  public Guess {
    conversation = List.copyOf(conversation);
  }

  @Override
  public String toString() {
    return "Guess[" + text.length() + " characters]";
  }
}
