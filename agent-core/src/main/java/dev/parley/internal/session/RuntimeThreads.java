package dev.parley.internal.session;

import dev.parley.SessionClock;
import dev.parley.internal.playout.Pacer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The threads of a runtime: those it made, which it ends, and those it was given. Thread-safe. */
public final class RuntimeThreads {
  private final SessionClock clock;
  private final Executor loops;
  private final Executor blocking;
  private final Pacer pacer;
  private final double retryJitter;
  private final List<ExecutorService> own;

  private RuntimeThreads(
      SessionClock clock,
      Executor loops,
      Executor blocking,
      double retryJitter,
      List<ExecutorService> own) {
    this.clock = clock;
    this.loops = loops;
    this.blocking = blocking;
    this.pacer = new Pacer(clock, clock == SessionClock.system() ? Pacer.EARLY_NANOS : 0);
    this.retryJitter = retryJitter;
    this.own = own;
  }

  /** Returns threads; what is null is made. */
  public static RuntimeThreads of(
      SessionClock clock,
      @Nullable Executor loops,
      @Nullable Executor blocking,
      double retryJitter) {
    var own = new ArrayList<ExecutorService>();
    Executor forLoops = loops;
    if (forLoops == null) {
      int cores = Math.max(2, Runtime.getRuntime().availableProcessors());
      ExecutorService made = Executors.newFixedThreadPool(cores, daemons("parley-loop-"));
      own.add(made);
      forLoops = made;
    }
    Executor forBlocking = blocking;
    if (forBlocking == null) {
      ExecutorService made = BlockingWork.newExecutor(daemons("parley-blocking-"));
      own.add(made);
      forBlocking = made;
    }
    return new RuntimeThreads(clock, forLoops, forBlocking, retryJitter, own);
  }

  private static ThreadFactory daemons(String prefix) {
    var count = new AtomicInteger();
    return work -> {
      var thread = new Thread(work, prefix + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /** The clock. */
  public SessionClock clock() {
    return clock;
  }

  /** Runs loops. */
  public Executor loops() {
    return loops;
  }

  /** Runs blocking calls. */
  public Executor blocking() {
    return blocking;
  }

  /** Drives playout. */
  public Pacer pacer() {
    return pacer;
  }

  /** By how much pauses between attempts vary. */
  public double retryJitter() {
    return retryJitter;
  }

  /** Ends what was made here. */
  public void close() {
    own.forEach(ExecutorService::shutdown);
  }
}
