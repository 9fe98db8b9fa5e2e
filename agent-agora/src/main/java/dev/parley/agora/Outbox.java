package dev.parley.agora;

import dev.parley.Cancellable;
import dev.parley.SessionClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Sends data messages no faster than Agora takes them, what matters twice, for they may get lost.
 * In the lane.
 *
 * <p>The published limits are 60 messages and 30 KB a second, in older documents 30 messages; this
 * keeps below 40 messages and 20 KB. A message that is replaced by a later one, such as the text
 * spoken so far, leaves the queue when that one comes.
 */
final class Outbox {
  private static final int MOST_WAITING = 200;
  private static final long BYTES_A_SECOND = 20_000;
  private static final Duration SHORTEST_GAP = Duration.ofMillis(25);
  private static final Duration AGAIN = Duration.ofMillis(400);
  private static final Duration REFUSED = Duration.ofMillis(200);
  private static final int MOST_REFUSALS = 20;
  private static final int NOT_NOW = -115;

  private final SessionClock clock;
  private final Lane lane;
  private final MessageForm form;
  private final ToIntFunction<byte[]> send;
  private final Deque<Message> queue = new ArrayDeque<>();
  private Cancellable timer = Cancellable.NONE;
  private int numbers;
  private int refusals;
  private long dropped;
  private boolean open;
  private boolean waiting;

  private record Message(@Nullable String passing, Deque<byte[]> packets) {}

  /**
   * Creates an outbox that holds everything back until {@link #resume}.
   *
   * @param form makes packets of messages
   * @param send gives a packet to the SDK and returns its code
   */
  Outbox(SessionClock clock, Lane lane, MessageForm form, ToIntFunction<byte[]> send) {
    this.clock = clock;
    this.lane = lane;
    this.form = form;
    this.send = send;
  }

  /** Sends a message after those that wait. */
  void add(Outgoing message) {
    if (!form.fits(message.json().length)) {
      dropped++;
      return;
    }
    List<byte[]> packets = form.packets(++numbers, message.json());
    String passing = message.passing();
    if (passing != null) {
      queue.removeIf(each -> passing.equals(each.passing()));
    }
    enqueue(new Message(passing, new ArrayDeque<>(packets)));
    if (message.again()) {
      clock.schedule(AGAIN, () -> lane.execute(() -> repeat(packets)));
    }
  }

  private void repeat(List<byte[]> packets) {
    if (open) {
      enqueue(new Message(null, new ArrayDeque<>(packets)));
    }
  }

  private void enqueue(Message message) {
    if (queue.size() >= MOST_WAITING && !dropPassing()) {
      dropped++;
      return;
    }
    queue.add(message);
    sendNext();
  }

  private boolean dropPassing() {
    for (Iterator<Message> each = queue.iterator(); each.hasNext(); ) {
      if (each.next().passing() != null) {
        each.remove();
        dropped++;
        return true;
      }
    }
    return false;
  }

  private void sendNext() {
    Message message = queue.peek();
    if (!open || waiting || message == null) {
      return;
    }
    byte[] packet = message.packets().element();
    int code = send.applyAsInt(packet);
    if (code == NOT_NOW && ++refusals < MOST_REFUSALS) {
      rest(REFUSED);
      return;
    }
    refusals = 0;
    dropped += code == 0 ? 0 : 1;
    message.packets().remove();
    if (message.packets().isEmpty()) {
      queue.remove();
    }
    rest(pause(packet.length));
  }

  private static Duration pause(int bytes) {
    Duration byBytes = Duration.ofMillis(bytes * 1_000L / BYTES_A_SECOND);
    return byBytes.compareTo(SHORTEST_GAP) > 0 ? byBytes : SHORTEST_GAP;
  }

  private void rest(Duration pause) {
    waiting = true;
    timer =
        clock.schedule(
            pause,
            () ->
                lane.execute(
                    () -> {
                      waiting = false;
                      sendNext();
                    }));
  }

  /** How many messages or packets were given up so far. */
  long dropped() {
    return dropped;
  }

  /** Holds everything back: the connection is lost. */
  void pause() {
    open = false;
  }

  /** Sends what waits. */
  void resume() {
    open = true;
    sendNext();
  }

  /** Forgets everything. */
  void close() {
    open = false;
    queue.clear();
    timer.cancel();
  }
}
