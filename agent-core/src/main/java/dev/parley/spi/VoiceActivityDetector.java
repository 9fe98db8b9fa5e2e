package dev.parley.spi;

import org.apiguardian.api.API;

/** Opens voice activity streams, one for each participant. Thread-safe. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class VoiceActivityDetector extends Engine {
  /** For plugins. */
  protected VoiceActivityDetector() {}

  /** Opens a stream. */
  public abstract VadStream open(VadRequest request, VadListener listener);
}
