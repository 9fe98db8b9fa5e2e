package dev.parley.testkit.assemblyai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testkit.wire.RequestHead;
import java.util.Set;

/**
 * Checks the request of a session as strictly as the real server, and names what it would ignore.
 */
final class RequestCheck {
  static final int UNAUTHORIZED = 1008;
  static final int INVALID = 3006;

  private static final Set<String> FLAGS =
      Set.of(
          "session_heartbeat",
          "continuous_partials",
          "include_partial_turns",
          "format_turns",
          "language_detection",
          "speaker_labels",
          "filter_profanity",
          "redact_pii");
  private static final Set<String> LISTS =
      Set.of("keyterms_prompt", "language_codes", "redact_pii_policies");
  private static final Set<String> OTHERS =
      Set.of(
          "speech_model",
          "sample_rate",
          "encoding",
          "token",
          "inactivity_timeout",
          "mode",
          "min_turn_silence",
          "max_turn_silence",
          "end_of_turn_confidence_threshold",
          "vad_threshold",
          "interruption_delay",
          "prompt",
          "agent_context",
          "previous_context_n_turns",
          "domain",
          "max_speakers",
          "speaker_labels_revision_interval_ms",
          "voice_focus",
          "voice_focus_threshold",
          "redact_pii_sub");

  /** What is wrong; an empty text: nothing. */
  record Verdict(int code, String wrong) {}

  private RequestCheck() {}

  static Verdict check(RequestHead request, Set<String> secrets) {
    String secret = request.parameter("token", request.header("authorization"));
    if (secret.isEmpty()) {
      return new Verdict(UNAUTHORIZED, "Unauthorized Connection: Missing Authorization header");
    }
    if (secret.startsWith("Bearer ") || !(secrets.isEmpty() || secrets.contains(secret))) {
      return new Verdict(UNAUTHORIZED, "Unauthorized Connection: Invalid API key");
    }
    return new Verdict(INVALID, wrongValue(request));
  }

  private static String wrongValue(RequestHead request) {
    for (var each : request.query().entrySet()) {
      if (FLAGS.contains(each.getKey()) && !each.getValue().matches("true|false")) {
        return "Invalid '" + each.getKey() + "': Input should be a valid boolean";
      }
      if (LISTS.contains(each.getKey()) && !isList(each.getValue())) {
        return "Invalid '" + each.getKey() + "': Value error, Invalid JSON array";
      }
    }
    int rate = Integer.parseInt(request.parameter("sample_rate", "16000"));
    return rate < 8_000 ? "Invalid 'sample_rate': sample_rate must be at least 8,000 Hz" : "";
  }

  private static boolean isList(String text) {
    return JsonLines.read(text).filter(JsonNode::isArray).isPresent();
  }

  /** Whether the real server would ignore this parameter in silence. */
  static boolean isUnknown(String parameter) {
    return !FLAGS.contains(parameter) && !LISTS.contains(parameter) && !OTHERS.contains(parameter);
  }
}
