package dev.parley.internal.session;

import java.lang.reflect.Method;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** Executors for blocking calls: virtual threads where the JVM has them, from Java 21 on. */
final class BlockingWork {
  private static final @Nullable Method VIRTUAL = find();

  private BlockingWork() {}

  /** Returns a new executor; the caller shuts it down. */
  static ExecutorService newExecutor(ThreadFactory platformThreads) {
    if (VIRTUAL == null) {
      return Executors.newCachedThreadPool(platformThreads);
    }
    try {
      return (ExecutorService) VIRTUAL.invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "cannot start virtual threads on Java " + Runtime.version(), e);
    }
  }

  private static @Nullable Method find() {
    try {
      return Executors.class.getMethod("newVirtualThreadPerTaskExecutor");
    } catch (NoSuchMethodException beforeJava21) {
      return null;
    }
  }
}
