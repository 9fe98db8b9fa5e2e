package dev.parley.agora;

import dev.parley.spi.Room;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The rooms of a transport that still hold something of the SDK. Thread-safe. */
final class OpenRooms {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition emptied = lock.newCondition();
  private final List<Opening> openings = new ArrayList<>();
  private final ServiceLease lease = new ServiceLease();
  private boolean closed;

  OpenRooms() {}

  ServiceLease lease() {
    return lease;
  }

  /** Makes a place for a room. @throws IllegalStateException after {@link #close} */
  Opening open() {
    lock.lock();
    try {
      if (closed) {
        throw new IllegalStateException("the Agora transport is closed; build another one");
      }
      var opening = new Opening();
      openings.add(opening);
      return opening;
    } finally {
      lock.unlock();
    }
  }

  private boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  private void remove(Opening opening) {
    lock.lock();
    try {
      openings.remove(opening);
      if (openings.isEmpty()) {
        emptied.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Closes all rooms, and refuses new ones. */
  void close() {
    List<Opening> left;
    lock.lock();
    try {
      closed = true;
      left = List.copyOf(openings);
    } finally {
      lock.unlock();
    }
    left.forEach(Opening::closeRoom);
    lease.end();
  }

  boolean awaitReleased(Duration atMost) throws InterruptedException {
    long left = atMost.toNanos();
    lock.lock();
    try {
      while (!openings.isEmpty() && left > 0) {
        left = emptied.awaitNanos(left);
      }
      return openings.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** The place of one room. */
  final class Opening {
    private volatile @Nullable Room room;

    private Opening() {}

    /** What to run when the room holds nothing any more. */
    Runnable released() {
      return () -> remove(this);
    }

    void is(Room opened) {
      room = opened;
      if (isClosed()) {
        opened.close();
      }
    }

    private void closeRoom() {
      Room opened = room;
      if (opened != null) {
        opened.close();
      }
    }
  }
}
