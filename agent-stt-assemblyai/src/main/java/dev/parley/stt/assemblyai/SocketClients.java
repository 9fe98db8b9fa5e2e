package dev.parley.stt.assemblyai;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Makes HTTP clients that can hold any number of WebSockets. */
final class SocketClients {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration PING_INTERVAL = Duration.ofSeconds(15);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

  /** Audio does not shrink, and every message would be tried. */
  private static final long SMALLEST_TO_COMPRESS = 1 << 20;

  private static final AtomicLong THREADS = new AtomicLong();

  private SocketClients() {}

  /**
   * Returns a client with a dispatcher of its own, made of {@code base} or from nothing.
   *
   * <p>Every open WebSocket occupies a place and a thread of the dispatcher, and a dispatcher has
   * 64 places by default: the 65th session would wait without a word. A place that another plugin
   * takes is none of ours.
   */
  static OkHttpClient make(@Nullable OkHttpClient base) {
    var dispatcher = new Dispatcher(newExecutor());
    dispatcher.setMaxRequests(Integer.MAX_VALUE);
    dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
    OkHttpClient client = base == null ? new OkHttpClient() : base;
    return client
        .newBuilder()
        .dispatcher(dispatcher)
        .socketFactory(new PromptSockets(client.socketFactory()))
        .connectTimeout(CONNECT_TIMEOUT)
        .pingInterval(PING_INTERVAL)
        .webSocketCloseTimeout(CLOSE_TIMEOUT)
        .minWebSocketMessageToCompress(SMALLEST_TO_COMPRESS)
        .build();
  }

  /** Opens nothing more; sessions that are saying good-bye get the two seconds that they have. */
  static void shutDown(OkHttpClient client) {
    client.dispatcher().executorService().shutdown();
  }

  private static ExecutorService newExecutor() {
    Method virtual = virtualThreads();
    if (virtual != null) {
      try {
        return (ExecutorService) virtual.invoke(null);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("cannot start virtual threads", e);
      }
    }
    return Executors.newCachedThreadPool(SocketClients::newThread);
  }

  private static @Nullable Method virtualThreads() {
    try {
      return Executors.class.getMethod("newVirtualThreadPerTaskExecutor");
    } catch (NoSuchMethodException beforeJava21) {
      return null;
    }
  }

  private static Thread newThread(Runnable work) {
    var thread = new Thread(work, "parley-assemblyai-" + THREADS.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }
}
