package dev.parley.internal.config;

import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Walks over what the {@link ServiceLoader} finds, past those that cannot be loaded.
 *
 * @param <P> the provider type
 */
final class ProviderScan<P> {
  /** After so many failures the list itself cannot be read and would fail for ever. */
  private static final int MOST_FAILURES = 100;

  private final Iterator<P> iterator;
  private final Consumer<String> problems;

  ProviderScan(Class<P> type, ClassLoader loader, Consumer<String> problems) {
    this.iterator = ServiceLoader.load(type, loader).iterator();
    this.problems = problems;
  }

  void forEach(Consumer<? super P> found) {
    int failures = 0;
    boolean more = true;
    while (more && failures < MOST_FAILURES) {
      try {
        P provider = nextOrNull();
        more = provider != null;
        if (provider != null) {
          found.accept(provider);
        }
      } catch (Unloadable broken) {
        failures++;
        problems.accept(broken.getMessage());
      }
    }
  }

  /** Keeps failures to load apart from those of the consumer, which are not to be skipped. */
  private @Nullable P nextOrNull() throws Unloadable {
    try {
      return iterator.hasNext() ? iterator.next() : null;
    } catch (ServiceConfigurationError | LinkageError | RuntimeException broken) {
      // A LinkageError is, for one, a plugin that was compiled for a later Java.
      throw new Unloadable(broken);
    }
  }

  private static final class Unloadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unloadable(Throwable cause) {
      super(said(cause) + (cause.getCause() == null ? "" : ", " + cause.getCause()), cause);
    }

    /** The loader's own failures are whole sentences; those of a class need their name. */
    private static String said(Throwable cause) {
      boolean sentence = cause instanceof ServiceConfigurationError && cause.getMessage() != null;
      return sentence ? String.valueOf(cause.getMessage()) : cause.toString();
    }
  }
}
