package dev.parley.local;

import dev.parley.AgentException;
import dev.parley.ErrorKind;
import dev.parley.local.stt.Recogniser;
import dev.parley.spi.SpeechToText;
import dev.parley.spi.SttCapabilities;
import dev.parley.spi.SttListener;
import dev.parley.spi.SttRequest;
import dev.parley.spi.SttStream;
import dev.parley.spi.VoiceActivityDetector;
import java.io.IOException;
import java.util.Objects;
import org.apiguardian.api.API;

/**
 * Recognises what a {@link Domain} knows, with the acoustic model of CMU Sphinx, on this machine.
 * Thread-safe.
 *
 * <p>Anything else comes as a final without words: not understood. It decodes while people talk, so
 * that the final is there within milliseconds of the end. It finds utterances by itself; {@link
 * SttStream#forceEndpoint} ends one sooner.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SphinxStt extends SpeechToText {
  private final Recogniser recogniser;
  private final VoiceActivityDetector detector;

  /**
   * Compiles the domain's grammar and loads the acoustic model, which takes one to three seconds.
   *
   * @param detector finds utterances; it stays the caller's
   * @throws AgentException when the model cannot be read
   */
  public SphinxStt(Domain domain, VoiceActivityDetector detector) {
    this.detector = Objects.requireNonNull(detector, "detector");
    try {
      this.recogniser = Recogniser.of(domain.script());
    } catch (IOException e) {
      throw new AgentException(
          ErrorKind.MISSING,
          "the acoustic model is not in the jars of agent-local; build it again",
          e);
    }
  }

  @Override
  public String name() {
    return "sphinx";
  }

  @Override
  public SttCapabilities capabilities() {
    return new SttCapabilities(true, false, true);
  }

  @Override
  public SttStream open(SttRequest request, SttListener listener) {
    return new SphinxStream(recogniser.newUtterances(), detector, request, listener);
  }
}
