package dev.parley.agora.simulator.engine;

/**
 * What a token allows.
 *
 * @param endsAtMillis calendar time of its end
 * @param mayPublish whether audio may be published where that needs a privilege
 * @param maySendData whether data may be sent where that needs a privilege
 */
record TokenTerms(long endsAtMillis, boolean mayPublish, boolean maySendData) {
  /** No token was needed. */
  static final TokenTerms UNLIMITED = new TokenTerms(Long.MAX_VALUE, true, true);

  boolean isOver(long nowMillis) {
    return endsAtMillis <= nowMillis;
  }

  TokenTerms endingAt(long millis) {
    return new TokenTerms(millis, mayPublish, maySendData);
  }
}
