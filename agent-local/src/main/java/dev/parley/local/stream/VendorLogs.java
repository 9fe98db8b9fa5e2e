package dev.parley.local.stream;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps Sphinx and FreeTTS quiet: they tell every step they take, and words that people said,
 * through {@code java.util.logging}.
 */
public final class VendorLogs {
  /**
   * Held, because the logging system forgets the levels of loggers that nobody holds. Parts of
   * Sphinx that are made without its configuration name their loggers by the bare class.
   */
  private static final List<Logger> VENDORS =
      List.of(
          Logger.getLogger("edu.cmu.sphinx"),
          Logger.getLogger("AutoCepstrum"),
          Logger.getLogger("com.sun.speech.freetts"));

  private VendorLogs() {}

  /** Silences both, also where they set levels of their own. */
  public static void silence() {
    VENDORS.forEach(VendorLogs::silence);
  }

  /** Silences one logger, held by whoever passes it. */
  public static void silence(Logger logger) {
    logger.setLevel(Level.OFF);
    logger.setUseParentHandlers(false);
  }
}
