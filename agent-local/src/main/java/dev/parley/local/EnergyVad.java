package dev.parley.local;

import dev.parley.spi.VadListener;
import dev.parley.spi.VadRequest;
import dev.parley.spi.VadStream;
import dev.parley.spi.VoiceActivityDetector;
import java.time.Duration;
import org.apiguardian.api.API;

/**
 * Detects voices by loudness, without a model and without native code. Thread-safe.
 *
 * <p>Good in quiet rooms and in tests; music and typing count as voices. Takes any format, works
 * inside {@code offer}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class EnergyVad extends VoiceActivityDetector {
  static final Duration DEFAULT_HANGOVER = Duration.ofMillis(320);

  private final Duration hangover;

  /** Creates a detector that takes 320 ms of silence for the end of speech. */
  public EnergyVad() {
    this(DEFAULT_HANGOVER);
  }

  /**
   * Creates a detector.
   *
   * @param hangover how much silence ends speech, 20 ms to 5 s
   */
  public EnergyVad(Duration hangover) {
    this.hangover = Hangover.checked(hangover);
  }

  @Override
  public String name() {
    return "energy";
  }

  @Override
  public VadStream open(VadRequest request, VadListener listener) {
    return new WindowedVadStream(request, listener, new EnergyJudge(), hangover);
  }
}
