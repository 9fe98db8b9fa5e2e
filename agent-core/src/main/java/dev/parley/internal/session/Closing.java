package dev.parley.internal.session;

import dev.parley.Cancellable;
import dev.parley.internal.loop.SessionLoop;
import dev.parley.internal.turn.TurnTaking;
import dev.parley.spi.Room;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The end of a session: last words, then ears, then the room; bounded at every step. On the session
 * loop.
 */
final class Closing {
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);
  private static final Duration ALL = Duration.ofSeconds(5);

  private final SessionLoop loop;
  private final Consumer<String> over;
  private final CompletableFuture<String> closed;
  private String reason = "";
  private boolean begun;
  private boolean done;
  private boolean roomClosed;
  private @Nullable Room room;
  private @Nullable Ears ears;
  private Cancellable lastWords = Cancellable.NONE;
  private Cancellable limit = Cancellable.NONE;

  /**
   * Creates it.
   *
   * @param over runs when everything is closed
   */
  Closing(SessionLoop loop, Consumer<String> over, CompletableFuture<String> closed) {
    this.loop = loop;
    this.over = over;
    this.closed = closed;
  }

  boolean hasBegun() {
    return begun;
  }

  boolean isOver() {
    return done;
  }

  /** Begins to close; false when it had begun before. */
  boolean begin(String reason) {
    if (begun) {
      return false;
    }
    begun = true;
    this.reason = reason;
    limit = loop.schedule(ALL, this::finish);
    return true;
  }

  /** Closes the ears; words on their way are waited for. */
  void closeEars(Ears ears, TurnTaking turns) {
    this.ears = ears;
    ears.whenAllClosed(this::earsClosed);
    boolean pending = turns.isPending();
    if (pending) {
      lastWords = loop.schedule(LAST_WORDS, () -> ears.closeAll(false));
      turns.whenNothingPends(() -> ears.closeAll(false));
    }
    ears.closeAll(pending);
  }

  /** Closes the room once the ears are closed. */
  void closeRoom(Room room) {
    this.room = room;
    if (ears == null || ears.areAllClosed()) {
      earsClosed();
    }
  }

  private void earsClosed() {
    lastWords.cancel();
    if (roomClosed) {
      finish();
    } else if (room != null) {
      room.close();
    }
  }

  /** The room is closed, now or before anybody asked. */
  void roomClosed() {
    roomClosed = true;
    if (begun && (ears == null || ears.areAllClosed())) {
      finish();
    }
  }

  private void finish() {
    if (!done) {
      done = true;
      limit.cancel();
      lastWords.cancel();
      over.accept(reason);
      loop.execute(() -> closed.complete(reason)); // after the last event has been heard
    }
  }
}
