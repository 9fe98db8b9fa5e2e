package dev.parley.internal.ear;

import dev.parley.Cancellable;
import dev.parley.audio.AudioFrame;
import dev.parley.internal.loop.SessionLoop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * One participant's frames on their way from the transport's thread to the session loop.
 * Thread-safe.
 *
 * <p>To wake the loop costs more than to look at a frame. So frames wait until there are as many as
 * the ear can make use of; the frame that completes them wakes the loop at once, so that nothing is
 * heard later than it could be. When no more frames come, those that wait follow soon.
 */
public final class AudioInlet {
  /** Takes the frames; on the loop. */
  public interface Outlet {
    /** A frame, and when the last of it was captured. */
    void onAudio(String participant, AudioFrame frame, long captured);

    /** How much more audio is needed before anything can come of it. */
    Duration wants(String participant);
  }

  /** Some two seconds of audio in frames of 10 ms; a loop that far behind is stalled. */
  private static final int MOST_WAITING = 200;

  /** By how much a frame may be late before the one before is taken for the last. */
  private static final long LATEST_NANOS = 60_000_000;

  private record Waiting(AudioFrame frame, long captured, long place) {}

  private final SessionLoop loop;
  private final String participant;
  private final Outlet outlet;
  private final Runnable handOver = this::handOver;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private long waitingNanos;
  private long wantedNanos;
  private boolean called;
  private @Nullable Cancellable lateCall;

  /** Creates an inlet of no frames. */
  public AudioInlet(SessionLoop loop, String participant, Outlet outlet) {
    this.loop = loop;
    this.participant = participant;
    this.outlet = outlet;
  }

  /**
   * Takes a frame that was captured until now, or returns false when too many wait.
   *
   * @param place how many other things had happened in the room before
   */
  public boolean offer(AudioFrame frame, long place) {
    boolean call;
    synchronized (this) {
      if (waiting.size() >= MOST_WAITING) {
        return false;
      }
      waiting.add(new Waiting(frame, loop.now(), place));
      waitingNanos += frame.duration().toNanos();
      call = !called && waitingNanos >= wantedNanos;
      called |= call;
      if (!called && lateCall == null) {
        lateCall = loop.schedule(Duration.ofNanos(wantedNanos + LATEST_NANOS), handOver);
      }
    }
    if (call) {
      loop.execute(handOver);
    }
    return true;
  }

  /** Hands over all that waits; on the loop. */
  public void drain() {
    drainBefore(Long.MAX_VALUE);
  }

  /** Hands over what came before the thing that happened in this place; on the loop. */
  public void drainBefore(long place) {
    handOverBefore(place);
    callForTheRest();
  }

  /** Answers a call: hands over what waits, up to the next thing that happened. */
  private void handOver() {
    handOverBefore(firstPlace() + 1);
    answered();
  }

  private void handOverBefore(long place) {
    loop.assertInLoop();
    do {
      for (Waiting next = next(place); next != null; next = next(place)) {
        outlet.onAudio(participant, next.frame(), next.captured());
      }
    } while (!rest(place, outlet.wants(participant).toNanos()));
  }

  /** Whether nothing waits. */
  public synchronized boolean isEmpty() {
    return waiting.isEmpty();
  }

  private synchronized long firstPlace() {
    Waiting first = waiting.peek();
    return first == null ? 0 : first.place();
  }

  private boolean hasOneBefore(long place) {
    Waiting first = waiting.peek();
    return first != null && first.place() < place;
  }

  private synchronized @Nullable Waiting next(long place) {
    if (!hasOneBefore(place)) {
      return null;
    }
    Waiting next = waiting.remove();
    waitingNanos -= next.frame().duration().toNanos();
    return next;
  }

  /** Waits for as much audio, unless some has come meanwhile. */
  private synchronized boolean rest(long place, long wanted) {
    if (hasOneBefore(place)) {
      return false;
    }
    if (waiting.isEmpty()) {
      called = false;
      wantedNanos = wanted;
      cancelLateCall();
    }
    return true;
  }

  private void cancelLateCall() {
    if (lateCall != null) {
      lateCall.cancel();
      lateCall = null;
    }
  }

  private synchronized void answered() {
    called = false;
    callForTheRest();
  }

  /** What came after a thing that happened follows at once, behind that thing. */
  private synchronized void callForTheRest() {
    if (!waiting.isEmpty() && !called) {
      called = true;
      loop.execute(handOver);
    }
  }
}
