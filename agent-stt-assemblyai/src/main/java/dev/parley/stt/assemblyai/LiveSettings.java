package dev.parley.stt.assemblyai;

import org.apiguardian.api.API;

/**
 * What to change on streams that are open: only what is set here changes. Not thread-safe.
 *
 * <p>Before the agent asks for a telephone number, say, it raises the turn's silence, and lowers it
 * again afterwards: {@code stt.update(sessionId, new LiveSettings().minTurnSilence(...))}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class LiveSettings extends LiveSetters<LiveSettings> {
  /** Creates settings that change nothing. */
  public LiveSettings() {}

  @Override
  LiveSettings self() {
    return this;
  }

  /** Tells the names of what changes, never the values. */
  @Override
  public String toString() {
    return "LiveSettings" + values();
  }
}
