package dev.parley.stt.assemblyai;

import java.lang.System.Logger.Level;
import java.time.Duration;

/** What goes together: of settings with each other, and with the model. */
final class Features {
  private static final System.Logger LOGGER = System.getLogger(Features.class.getName());

  /** So long a client that vanished is billed at most; the vendor's own default is three hours. */
  private static final Duration INACTIVITY = Duration.ofMinutes(1);

  private Features() {}

  /** Returns the values with defaults, without what the model does not know. */
  static ParameterValues complete(ParameterValues values, String model) {
    check(values);
    ModelFamily family = ModelFamily.of(model);
    if (family == ModelFamily.UNKNOWN) {
      LOGGER.log(
          Level.WARNING,
          "the AssemblyAI model {0} is of no family that Parley knows; all settings are sent as they are",
          model);
    }
    ParameterValues all = defaults(family).with(values);
    warn(all.only(each -> !each.suits(family)), model);
    return all.only(each -> each.suits(family));
  }

  private static ParameterValues defaults(ModelFamily family) {
    ParameterValues always =
        ParameterValues.NONE
            .with(Parameters.SESSION_HEARTBEAT, true)
            .with(Parameters.INACTIVITY_TIMEOUT, INACTIVITY.toSeconds());
    return family == ModelFamily.UNIVERSAL_3 ? always.with(Parameters.MODE, "balanced") : always;
  }

  private static void warn(ParameterValues left, String model) {
    if (!left.isEmpty()) {
      LOGGER.log(
          Level.WARNING,
          "the AssemblyAI model {0} does not know {1}; left out",
          model,
          left.asMap().keySet());
    }
  }

  private static void check(ParameterValues values) {
    needs(
        values, Parameters.MAX_SPEAKERS, values.isOn(Parameters.SPEAKER_LABELS), "speaker_labels");
    needs(
        values,
        Parameters.REVISION_INTERVAL,
        values.isOn(Parameters.SPEAKER_LABELS),
        "speaker_labels");
    needs(
        values,
        Parameters.VOICE_FOCUS_THRESHOLD,
        values.has(Parameters.VOICE_FOCUS),
        "voice_focus");
    needs(values, Parameters.REDACT_PII_POLICIES, values.isOn(Parameters.REDACT_PII), "redact_pii");
    needs(values, Parameters.REDACT_PII_SUB, values.isOn(Parameters.REDACT_PII), "redact_pii");
    checkSilences(values);
  }

  private static void needs(
      ParameterValues values, Parameter parameter, boolean there, String other) {
    if (values.has(parameter) && !there) {
      throw new IllegalArgumentException(
          parameter + " is set without " + other + "; set both or neither");
    }
  }

  private static void checkSilences(ParameterValues values) {
    long least = values.whole(Parameters.MIN_TURN_SILENCE).orElse(0L);
    long most = values.whole(Parameters.MAX_TURN_SILENCE).orElse(Long.MAX_VALUE);
    if (least > most) {
      throw new IllegalArgumentException(
          "min_turn_silence is "
              + least
              + " ms, max_turn_silence "
              + most
              + " ms; the first must not be the longer");
    }
  }

  /** Warns when the key would go over an open network. */
  static void warnOfEavesdroppers(Endpoint endpoint) {
    if (endpoint.isOpenToEavesdroppers()) {
      LOGGER.log(
          Level.WARNING,
          "the AssemblyAI key and all audio go unencrypted to {0}; use wss:// unless the network is private",
          endpoint);
    }
  }
}
