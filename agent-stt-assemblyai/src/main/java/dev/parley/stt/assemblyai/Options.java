package dev.parley.stt.assemblyai;

import java.time.Duration;
import java.util.Map;

/**
 * Everything that an engine was configured with, checked. Immutable.
 *
 * @param endpoint where the API is
 * @param model the speech model
 * @param encoding how audio is sent
 * @param values parameters that suit the model
 * @param extra parameters that we know nothing about, as they stand in the URL
 * @param messageDuration the length of a binary message
 * @param retained how much audio is kept for sending it again, and how much may wait
 * @param catchUpSpeed how many times faster than real time held audio is sent
 * @param startTimeout how long the way from connecting to {@code Begin} may take
 * @param finishTimeout how long the last results may take
 * @param endpointTimeout how long the answer to a forced endpoint may take
 * @param formattingWait how long a raw final waits for its formatted copy
 * @param reconnectAttempts how often is tried before the stream fails
 * @param reconnectBudget how long is tried before the stream fails
 * @param fillGaps whether silence is sent in place of audio that does not come while a turn is open
 */
record Options(
    Endpoint endpoint,
    String model,
    Encoding encoding,
    ParameterValues values,
    Map<String, String> extra,
    Duration messageDuration,
    Duration retained,
    double catchUpSpeed,
    Duration startTimeout,
    Duration finishTimeout,
    Duration endpointTimeout,
    Duration formattingWait,
    int reconnectAttempts,
    Duration reconnectBudget,
    boolean fillGaps) {

  ModelFamily family() {
    return ModelFamily.of(model);
  }

  /** Whether finals come twice, raw and formatted. */
  boolean awaitsFormatting() {
    boolean twice = family().formatsInASecondFinal() || family() == ModelFamily.UNKNOWN;
    return twice && values.isOn(Parameters.FORMAT_TURNS);
  }

  /** Whether interims come. */
  boolean interims() {
    return !values.isOff(Parameters.INCLUDE_PARTIAL_TURNS) && !values.isOn(Parameters.REDACT_PII);
  }

  /** Whether audio that was received and not answered soon holds no speech. */
  boolean silenceMeansNoSpeech() {
    return interims() && family().reportsSpeechEarly();
  }

  /** Tells endpoint and model; prompts and names of people are among the values. */
  @Override
  public String toString() {
    return "Options[" + endpoint + ", " + model + "]";
  }
}
