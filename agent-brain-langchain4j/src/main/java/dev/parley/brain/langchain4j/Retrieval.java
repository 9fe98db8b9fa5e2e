package dev.parley.brain.langchain4j;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.rag.AugmentationRequest;
import dev.langchain4j.rag.RetrievalAugmentor;
import dev.langchain4j.rag.query.Metadata;
import dev.parley.ConversationItem.UserTurn;
import dev.parley.spi.ReplyRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Looks up what may help to answer, for as long as its time allows. Thread-safe. */
final class Retrieval {
  /** How long a lookup may go on that no request uses: the turn may still end. */
  private static final Duration MOST_UNUSED = Duration.ofSeconds(5);

  /**
   * How much longer a request may wait whose turn may not be over. The engine does not tell when it
   * is, so this is the time that most turns take to end once they seem to have ended.
   */
  private static final Duration HEAD_START = Duration.ofSeconds(1);

  private final RetrievalAugmentor augmentor;
  private final Duration budget;
  private final Composer composer;

  Retrieval(RetrievalAugmentor augmentor, Duration budget, Composer composer) {
    this.augmentor = augmentor;
    this.budget = budget;
    this.composer = composer;
  }

  /** Begins about what was said last, unless that has begun already. */
  void anticipate(SessionNotes notes, ReplyRequest request) {
    UserTurn turn = Turns.last(request);
    if (turn != null) {
      begin(turn, notes, request);
    }
  }

  /**
   * The use of the lookup about what was said last, which begins unless it has begun already.
   * Between two steps of a reply nothing begins: what was too late for the first one is late for
   * all.
   */
  @Nullable LookupUse use(SessionNotes notes, ReplyRequest request) {
    UserTurn turn = Turns.last(request);
    if (turn == null || request.instruction() != null) {
      return null;
    }
    Lookup lookup =
        request.step() > 0
            ? notes.known(lookup(turn, notes, request))
            : begin(turn, notes, request);
    if (lookup == null) {
      return null;
    }
    if (lookup.use()) {
      return new LookupUse(lookup);
    }
    return request.step() > 0 ? null : use(notes, request); // it was dropped this very moment
  }

  private Lookup begin(UserTurn turn, SessionNotes notes, ReplyRequest request) {
    Lookup lookup = notes.lookup(lookup(turn, notes, request));
    lookup.start(request.context(), budget.plus(MOST_UNUSED));
    return lookup;
  }

  private Lookup lookup(UserTurn turn, SessionNotes notes, ReplyRequest request) {
    return new Lookup(turn, Turns.count(request), () -> augment(turn, notes, request));
  }

  private Found augment(UserTurn turn, SessionNotes notes, ReplyRequest request) {
    Screened screened = composer.screened(turn, notes, request.context());
    String text = screened.text();
    if (screened.isRefused()) {
      return new Found(text, text);
    }
    UserMessage message = UserMessage.from(text);
    Metadata metadata =
        Metadata.builder()
            .chatMessage(message)
            .chatMemory(composer.messages(request, notes, null))
            .invocationContext(Invocations.of(request.context()))
            .build();
    ChatMessage augmented =
        augmentor.augment(new AugmentationRequest(message, metadata)).chatMessage();
    return new Found(
        text,
        augmented instanceof UserMessage user && user.hasSingleText() ? user.singleText() : text);
  }

  /** How long a request may wait. */
  Duration patience(ReplyRequest request) {
    return request.speculative() ? budget.plus(HEAD_START) : budget;
  }
}
