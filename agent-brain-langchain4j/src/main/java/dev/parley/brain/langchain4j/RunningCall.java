package dev.parley.brain.langchain4j;

import dev.langchain4j.model.chat.response.StreamingHandle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call of a model that can be cancelled at any moment, before its first token too. Thread-safe.
 *
 * <p>LangChain4j hands out a way to cancel with the first token. Until then only the HTTP client
 * can stop a request, which is why it finds the call it works for here: both run on one thread when
 * the request is sent.
 */
final class RunningCall {
  private static final ThreadLocal<RunningCall> CURRENT = new ThreadLocal<>();

  private final List<Runnable> waysOut = new ArrayList<>();
  private volatile @Nullable StreamingHandle handle;
  private final Runnable sign;
  private boolean cancelled;

  /**
   * Creates it.
   *
   * @param sign is run when the server shows that it works, but tells nothing yet
   */
  RunningCall(Runnable sign) {
    this.sign = sign;
  }

  /**
   * Adds a way to cancel the call that the present thread is making.
   *
   * @return whether it is making one; then the thread may block
   */
  static boolean ofThisThread(Runnable wayOut) {
    RunningCall call = CURRENT.get();
    if (call != null) {
      call.add(wayOut);
    }
    return call != null;
  }

  /** The call that the present thread is making, if any, has had an answer that nobody is told. */
  static void signOfLife() {
    RunningCall call = CURRENT.get();
    if (call != null) {
      call.sign.run();
    }
  }

  /** Makes the call on this thread, unless it is cancelled; it may be made within another one. */
  void make(Runnable call) {
    if (isCancelled()) {
      return;
    }
    RunningCall outer = CURRENT.get();
    CURRENT.set(this);
    try {
      call.run();
    } finally {
      CURRENT.set(outer);
    }
  }

  /** Takes LangChain4j's own way to cancel, which comes with each token and is always the same. */
  void handle(StreamingHandle given) {
    if (handle == null) {
      handle = given;
      add(given::cancel);
    }
  }

  /** Adds a way to cancel. */
  void add(Runnable wayOut) {
    boolean late;
    synchronized (this) {
      late = cancelled;
      waysOut.add(wayOut);
    }
    if (late) {
      wayOut.run();
    }
  }

  private synchronized boolean isCancelled() {
    return cancelled;
  }

  /** Cancels; only the first time counts. */
  void cancel() {
    List<Runnable> all;
    synchronized (this) {
      all = cancelled ? List.of() : List.copyOf(waysOut);
      cancelled = true;
    }
    all.forEach(Runnable::run);
  }
}
