package dev.parley.testkit.assemblyai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testkit.wire.RequestHead;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What clients did on all connections of a server, and what of it was wrong. Thread-safe. */
final class VisitLog {
  /** A message of a client. */
  record Said(int connection, JsonNode message) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<String> violations = new ArrayList<>();
  private final List<Said> messages = new ArrayList<>();
  private final List<Double> messageMillis = new ArrayList<>();
  private final Map<Integer, Long> samples = new HashMap<>();
  private final Map<Integer, Double> audioMillis = new HashMap<>();
  private final Map<Integer, RequestHead> requests = new HashMap<>();
  private int open;

  void opened(int connection, RequestHead request) {
    change(
        () -> {
          requests.put(connection, request);
          open++;
        });
  }

  void closed() {
    change(() -> open--);
  }

  void violation(int connection, String what) {
    change(() -> violations.add("connection " + connection + ": " + what));
  }

  void message(int connection, JsonNode message) {
    change(() -> messages.add(new Said(connection, message)));
  }

  void audio(int connection, long newSamples, double millis) {
    change(
        () -> {
          samples.merge(connection, newSamples, Long::sum);
          audioMillis.merge(connection, millis, Double::sum);
          messageMillis.add(millis);
        });
  }

  /** Changes something that somebody may wait for. */
  void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  <T> T read(Supplier<T> reader) {
    lock.lock();
    try {
      return reader.get();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until the condition holds. Returns false when it does not within this time. */
  boolean await(Duration atMost, BooleanSupplier condition) throws InterruptedException {
    lock.lock();
    try {
      long left = atMost.toNanos();
      while (!condition.getAsBoolean()) {
        if (left <= 0) {
          return false;
        }
        left = changed.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Lets time pass, without a look at what happens. */
  void pause(Duration time) throws InterruptedException {
    lock.lock();
    try {
      var never = lock.newCondition();
      long left = time.toNanos();
      while (left > 0) {
        left = never.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  List<String> violations() {
    return read(() -> List.copyOf(violations));
  }

  List<Said> messages() {
    return read(() -> List.copyOf(messages));
  }

  /** The first message after this many that fits; null: there is none. */
  @Nullable Integer find(int from, int connection, JsonNode expected) {
    return read(
        () -> {
          for (int i = from; i < messages.size(); i++) {
            Said said = messages.get(i);
            if (said.connection() == connection && JsonLines.contains(said.message(), expected)) {
              return i;
            }
          }
          return null;
        });
  }

  List<Double> messageMillis() {
    return read(() -> List.copyOf(messageMillis));
  }

  double audioMillis(int connection) {
    return read(() -> audioMillis.getOrDefault(connection, 0.0));
  }

  long samples(int connection) {
    return read(() -> samples.getOrDefault(connection, 0L));
  }

  int connections() {
    return read(requests::size);
  }

  int open() {
    return read(() -> open);
  }

  RequestHead request(int connection) {
    RequestHead request = read(() -> requests.get(connection));
    if (request == null) {
      throw new IllegalStateException("there is no connection " + connection);
    }
    return request;
  }
}
