package dev.parley.testkit;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Watches the threads of the JVM for the time of a test: those that outlive it, and those that end
 * with an exception.
 */
final class ThreadWatch {
  private static final int MOST_ROUNDS = 100;
  private static final int ROUND_MILLIS = 50;

  private final Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());
  private final @Nullable UncaughtExceptionHandler handlerBefore =
      Thread.getDefaultUncaughtExceptionHandler();
  private final List<String> exceptions = new CopyOnWriteArrayList<>();

  private ThreadWatch() {}

  static ThreadWatch begin() {
    var watch = new ThreadWatch();
    Thread.setDefaultUncaughtExceptionHandler(watch::caught);
    return watch;
  }

  private void caught(Thread thread, Throwable failure) {
    exceptions.add("the thread " + thread.getName() + " ended with " + failure);
  }

  /** Gives threads that are about to end five seconds, and tells what went wrong. */
  List<String> end(List<String> sharedNames) {
    var problems = new ArrayList<String>();
    for (Thread thread : newThreads(sharedNames)) {
      if (isAliveAfterAll(thread)) {
        problems.add("the thread " + thread.getName() + " is still alive");
      }
    }
    Thread.setDefaultUncaughtExceptionHandler(handlerBefore);
    problems.addAll(exceptions);
    return problems;
  }

  private List<Thread> newThreads(List<String> sharedNames) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread) && thread != Thread.currentThread())
        .filter(thread -> sharedNames.stream().noneMatch(thread.getName()::startsWith))
        .toList();
  }

  private static boolean isAliveAfterAll(Thread thread) {
    try {
      for (int round = 0; round < MOST_ROUNDS && thread.isAlive(); round++) {
        thread.join(ROUND_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return thread.isAlive();
  }
}
