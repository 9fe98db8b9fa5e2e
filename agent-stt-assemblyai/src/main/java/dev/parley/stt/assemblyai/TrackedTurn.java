package dev.parley.stt.assemblyai;

import dev.parley.Cancellable;
import dev.parley.spi.Transcript;
import dev.parley.spi.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a {@link TurnTracker} knows of one turn. */
final class TrackedTurn {
  /** The number of its utterance; negative until it has words. */
  long utterance = -1;

  /** The stream's sample at which it began. */
  long start;

  /** Words of an earlier session that stand before its own. */
  List<Word> carried = List.of();

  /** The latest interim, told or held back. */
  @Nullable Transcript interim;

  /** Whether the interim is held back because an earlier turn is not over. */
  boolean held;

  /** The raw final while its formatted copy is awaited. */
  ServerMessage.@Nullable Turn raw;

  /** Ends the wait for the formatted copy. */
  Cancellable wait = Cancellable.NONE;

  /** Whether its outcome was told. */
  boolean done;

  /** Whether the listener knows of it. */
  boolean isAnnounced() {
    return utterance >= 0;
  }

  /** Whether the listener knows of it and waits for its outcome. */
  boolean isOpen() {
    return isAnnounced() && !done;
  }
}
