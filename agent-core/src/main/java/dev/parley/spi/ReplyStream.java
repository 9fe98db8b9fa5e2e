package dev.parley.spi;

import org.apiguardian.api.API;

/** A reply in the making. Called from the session loop only. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class ReplyStream implements AutoCloseable {
  /** For subclasses. */
  protected ReplyStream() {}

  /**
   * Abandons the reply, frees its connection; only {@code onClosed} is still to come. Idempotent,
   * does not throw.
   */
  @Override
  public abstract void close();
}
