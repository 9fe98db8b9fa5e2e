package dev.parley.spi;

import dev.parley.ConversationItem;
import java.util.List;
import java.util.Objects;
import org.apiguardian.api.API;

/**
 * A turn that may be over. Immutable.
 *
 * @param participant who speaks
 * @param text what was understood of the turn so far
 * @param conversation what was said before, oldest first
 * @param context what the session lends
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record TurnQuery(
    Participant participant,
    String text,
    List<ConversationItem> conversation,
    PluginContext context) {
  /** Copies the list. */
  public TurnQuery {
    Objects.requireNonNull(participant, "participant");
    Objects.requireNonNull(text, "text");
    conversation = List.copyOf(conversation);
    Objects.requireNonNull(context, "context");
  }

  /** Tells the length, never the words. */
  @Override
  public String toString() {
    return "TurnQuery[" + participant.id() + ", " + text.length() + " characters]";
  }
}
