package dev.parley.local.stt;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps Sphinx quiet: it tells every step it takes, and words that people said, through {@code
 * java.util.logging}.
 */
final class SphinxLog {
  /** Held, because the logging system forgets the levels of loggers that nobody holds. */
  private static final Logger SPHINX = Logger.getLogger("edu.cmu.sphinx");

  private SphinxLog() {}

  static void silence() {
    SPHINX.setLevel(Level.OFF);
  }
}
