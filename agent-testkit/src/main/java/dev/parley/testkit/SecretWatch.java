package dev.parley.testkit;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.apiguardian.api.API;

/**
 * Finds out whether a plugin tells what nobody may read: a key, or a word that was spoken. Between
 * its making and its closing it hears every log line, of every level, of one package, and whatever
 * else it is told.
 *
 * <pre>{@code
 * try (SecretWatch watch = SecretWatch.of("com.example.tts", "canary-key", "canaryword")) {
 *   ... use the plugin with this key and this word, and let it fail ...
 *   watch.tell(plugin);
 *   watch.tell(closeReason.error().get());
 * }
 * }</pre>
 *
 * <p>Hears what goes to {@code java.util.logging}, to which {@code System.Logger} writes unless
 * another backend is on the class path. Changes the root logger's level meanwhile. Thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SecretWatch implements AutoCloseable {
  private final String loggers;
  private final List<String> secrets;
  private final List<String> told = new ArrayList<>();
  private final Logger root = Logger.getLogger("");
  private final Level level = root.getLevel();
  private final Handler handler = new LogLines();

  private SecretWatch(String loggers, List<String> secrets) {
    this.loggers = loggers;
    this.secrets = secrets;
  }

  /**
   * Begins to watch.
   *
   * @param loggers how the names of the loggers begin that are heard
   * @param secrets what must not be in anything that is told
   */
  public static SecretWatch of(String loggers, String... secrets) {
    var watch = new SecretWatch(loggers, List.of(secrets));
    watch.root.setLevel(Level.ALL);
    watch.root.addHandler(watch.handler);
    return watch;
  }

  /** Hears a thing as its {@code toString} tells it. */
  public void tell(Object thing) {
    add(String.valueOf(thing));
  }

  /** Hears a failure with its stack trace, its causes and what was suppressed. */
  public void tell(Throwable failure) {
    var text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    add(text.toString());
  }

  private void add(String text) {
    synchronized (told) {
      told.add(text);
    }
  }

  /**
   * Ends the watch.
   *
   * @throws AssertionError when a secret was told, or when nothing was told at all: then nothing
   *     was watched
   */
  @Override
  public void close() {
    root.removeHandler(handler);
    root.setLevel(level);
    List<String> all;
    synchronized (told) {
      all = List.copyOf(told);
    }
    if (all.isEmpty()) {
      throw new AssertionError("nothing was told; let the plugin do something that it tells of");
    }
    for (String text : all) {
      for (String secret : secrets) {
        if (text.contains(secret)) {
          throw new AssertionError("'" + secret + "' was told: " + text);
        }
      }
    }
  }

  private final class LogLines extends Handler {
    private final SimpleFormatter formatter = new SimpleFormatter();

    @Override
    public void publish(LogRecord logged) {
      if (String.valueOf(logged.getLoggerName()).startsWith(loggers)) {
        add(formatter.format(logged));
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
