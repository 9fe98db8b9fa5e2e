package dev.parley.agora.simulator.engine;

import dev.parley.agora.simulator.strict.ViolationKind;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the methods of one SDK object: refuses them after {@code destroy} and notices calls
 * that the real SDK does not survive.
 */
public final class ApiGuard {
  private final World world;
  private final String owner;
  private final AtomicInteger inFlight = new AtomicInteger();
  private volatile boolean destroyed;

  ApiGuard(World world, String owner) {
    this.world = world;
    this.owner = owner;
  }

  /** Runs a method that returns a code, under the lock. */
  public int code(String method, Supplier<Integer> body) {
    return value(method, ErrorCode.NOT_INITIALISED, body);
  }

  /** Runs a method under the lock; returns {@code whenDestroyed} without it. */
  public <T> T value(String method, T whenDestroyed, Supplier<T> body) {
    inFlight.incrementAndGet();
    try {
      noticeCallback(method);
      return world.locked(() -> destroyed ? refuse(method, whenDestroyed) : body.get());
    } finally {
      inFlight.decrementAndGet();
    }
  }

  /** Runs a method that returns an object under the lock; after the end it returns null. */
  public <T> @Nullable T object(String method, Supplier<@Nullable T> body) {
    return this.<Optional<T>>value(method, Optional.empty(), () -> Optional.ofNullable(body.get()))
        .orElse(null);
  }

  /**
   * Like {@link #object} for what only reads: Agora's own examples do that within callbacks, too.
   */
  public <T> @Nullable T read(String method, Supplier<@Nullable T> body) {
    return world
        .<Optional<T>>locked(
            () -> destroyed ? refuse(method, Optional.empty()) : Optional.ofNullable(body.get()))
        .orElse(null);
  }

  private <T> T refuse(String method, T whenDestroyed) {
    record(ViolationKind.USE_AFTER_DESTROY, method, "called after destroy");
    return whenDestroyed;
  }

  private void noticeCallback(String method) {
    if (CallbackGate.inCallback()) {
      record(ViolationKind.SDK_CALL_IN_CALLBACK, method, "called from inside a callback");
    }
  }

  /** Marks the object as destroyed. Returns false when it was already. */
  boolean destroy() {
    noticeCallback("destroy");
    if (inFlight.get() > 0) {
      record(ViolationKind.CALL_DURING_DESTROY, "destroy", "another thread is inside a call");
    }
    return world.locked(this::markDestroyed);
  }

  private boolean markDestroyed() {
    boolean first = !destroyed;
    destroyed = true;
    return first;
  }

  boolean isDestroyed() {
    return destroyed;
  }

  void record(ViolationKind kind, String method, String detail) {
    world
        .strictness()
        .record(kind, owner + "." + method, detail, new IllegalStateException(detail));
  }
}
