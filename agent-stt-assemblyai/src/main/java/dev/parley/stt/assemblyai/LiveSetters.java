package dev.parley.stt.assemblyai;

import java.time.Duration;
import java.util.List;

/**
 * The settings that may also change while a stream is open.
 *
 * @param <S> the class that has them
 */
abstract class LiveSetters<S extends LiveSetters<S>> {
  private ParameterValues values = ParameterValues.NONE;

  abstract S self();

  final ParameterValues values() {
    return values;
  }

  final S set(Parameter parameter, Object value) {
    values = values.with(parameter, parameter.kind().check(parameter.name(), value));
    return self();
  }

  /** Sets a value that was checked before. */
  final void setPlain(Parameter parameter, Object plainValue) {
    values = values.with(parameter, plainValue);
  }

  /**
   * Sets the preset of the turn timers: {@code min_latency}, {@code balanced} or {@code
   * max_accuracy}; {@code universal-3-5-pro} and later. Default {@code balanced}. Explicit timers
   * win.
   */
  public S mode(String mode) {
    return set(Parameters.MODE, mode);
  }

  /**
   * Sets the silence after which a turn that looks finished ends, 50 ms to 10 s. Default the
   * model's.
   */
  public S minTurnSilence(Duration silence) {
    return set(Parameters.MIN_TURN_SILENCE, silence);
  }

  /** Sets the silence after which any turn ends, 50 ms to 60 s. Default the model's. */
  public S maxTurnSilence(Duration silence) {
    return set(Parameters.MAX_TURN_SILENCE, silence);
  }

  /**
   * Sets how sure the model must be that a turn is over, 0 to 1; {@code universal-streaming-*}
   * only. Default the model's. 1 leaves it to the silence.
   */
  public S endOfTurnConfidence(double threshold) {
    return set(Parameters.END_OF_TURN_CONFIDENCE, threshold);
  }

  /**
   * Sets the speech probability below which sound counts as silence, 0 to 1. Default the model's;
   * raise it in noise.
   */
  public S vadThreshold(double threshold) {
    return set(Parameters.VAD_THRESHOLD, threshold);
  }

  /** Sets the earliest first interim after speech began, 0 to 1 s. Default the model's. */
  public S interruptionDelay(Duration delay) {
    return set(Parameters.INTERRUPTION_DELAY, delay);
  }

  /** Sets whether interims come about every second in long turns. Default the model's, true. */
  public S continuousPartials(boolean on) {
    return set(Parameters.CONTINUOUS_PARTIALS, on);
  }

  /**
   * Sets what the talk is about ({@code universal-3-5-pro} and later) or how to write it down
   * ({@code u3-rt-pro}); at most 1,750 characters. Default none; the empty text clears it.
   */
  public S prompt(String prompt) {
    return set(Parameters.PROMPT, prompt);
  }

  /**
   * Sets the languages to expect, most likely first, at most 10: {@code en}, {@code de}. Default
   * none: any; the empty list clears them. {@code universal-3-5-pro} and later.
   */
  public S languages(List<String> codes) {
    return set(Parameters.LANGUAGE_CODES, codes);
  }

  /** Sets whether swear words become asterisks. Default false. */
  public S filterProfanity(boolean on) {
    return set(Parameters.FILTER_PROFANITY, on);
  }
}
