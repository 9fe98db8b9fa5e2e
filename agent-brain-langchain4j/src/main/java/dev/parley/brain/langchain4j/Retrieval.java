package dev.parley.brain.langchain4j;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.rag.AugmentationRequest;
import dev.langchain4j.rag.RetrievalAugmentor;
import dev.langchain4j.rag.query.Metadata;
import dev.parley.Cancellable;
import dev.parley.ConversationItem.UserTurn;
import dev.parley.spi.ReplyRequest;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Looks up what may help to answer, for as long as its time allows. Thread-safe. */
final class Retrieval {
  private final RetrievalAugmentor augmentor;
  private final Duration budget;
  private final Composer composer;

  Retrieval(RetrievalAugmentor augmentor, Duration budget, Composer composer) {
    this.augmentor = augmentor;
    this.budget = budget;
    this.composer = composer;
  }

  /**
   * Begins about what was said last, unless that has begun already. Between two steps of a reply
   * nothing begins: what was too late for the first one is late for all.
   */
  @Nullable Lookup begin(SessionNotes notes, ReplyRequest request) {
    UserTurn turn = Turns.last(request);
    if (turn == null || request.instruction() != null) {
      return null;
    }
    var next = new Lookup(turn.text(), () -> augment(turn, notes, request));
    if (request.step() > 0) {
      return notes.known(next);
    }
    Lookup lookup = notes.lookup(next);
    lookup.start(request.context().blocking());
    return lookup;
  }

  private String augment(UserTurn turn, SessionNotes notes, ReplyRequest request) {
    String text = composer.screened(turn, notes, request.context());
    UserMessage message = UserMessage.from(text);
    Metadata metadata =
        Metadata.builder()
            .chatMessage(message)
            .chatMemory(composer.messages(request, notes, null))
            .invocationContext(Invocations.of(request.context()))
            .build();
    ChatMessage augmented =
        augmentor.augment(new AugmentationRequest(message, metadata)).chatMessage();
    return augmented instanceof UserMessage user && user.hasSingleText() ? user.singleText() : text;
  }

  /**
   * Waits for a lookup, without a thread, at most as long as the budget.
   *
   * @param then is given the text with what was found; null: too late, or it failed
   */
  void await(Lookup lookup, ReplyRequest request, Consumer<@Nullable String> then) {
    Cancellable limit =
        lookup.result().isDone()
            ? Cancellable.NONE
            : request.context().clock().schedule(budget, lookup::drop);
    var unused =
        lookup
            .result()
            .whenComplete(
                (text, failure) -> {
                  limit.cancel();
                  then.accept(failure == null ? text : null);
                });
  }
}
