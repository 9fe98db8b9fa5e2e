package dev.parley.local;

import dev.parley.spi.VadListener;
import dev.parley.spi.VadRequest;
import dev.parley.spi.VadStream;
import dev.parley.spi.VoiceActivityDetector;
import java.time.Duration;
import org.apiguardian.api.API;

/**
 * Detects voices with the Silero network, which noise does not fool. Thread-safe.
 *
 * <p>The model is built in. Takes any format; works inside {@code offer}, a fraction of a
 * millisecond for each 32 ms of sound.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SileroVad extends VoiceActivityDetector {
  private final Duration hangover;
  private final SileroModel model;

  /** Creates a detector that takes 320 ms of silence for the end of speech. */
  public SileroVad() {
    this(EnergyVad.DEFAULT_HANGOVER);
  }

  /**
   * Creates a detector and loads the model.
   *
   * @param hangover how much silence ends speech, 20 ms to 5 s
   * @throws dev.parley.AgentException when the network cannot run on this machine
   */
  public SileroVad(Duration hangover) {
    this.hangover = Hangover.checked(hangover);
    this.model = SileroModel.load();
  }

  @Override
  public String name() {
    return "silero";
  }

  @Override
  public VadStream open(VadRequest request, VadListener listener) {
    return new WindowedVadStream(request, listener, new SileroJudge(model), hangover);
  }

  @Override
  public void close() {
    model.close();
  }
}
