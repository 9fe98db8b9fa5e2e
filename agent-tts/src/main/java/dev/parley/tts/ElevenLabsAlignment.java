package dev.parley.tts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** Reads when each character sounds, in either unit and any of the spellings in use. */
final class ElevenLabsAlignment {
  private static final double NANOS = 1e9;
  private static final double NANOS_A_MILLISECOND = 1e6;

  private ElevenLabsAlignment() {}

  /** Reads the alignment of a socket's message, whose times count from {@code start}. */
  static void milliseconds(JsonNode alignment, Duration start, CharacterWords words) {
    JsonNode characters = alignment.path("chars");
    JsonNode starts = either(alignment, "charStartTimesMs", "char_start_times_ms");
    JsonNode durations =
        either(alignment, "charDurationsMs", "charsDurationsMs", "char_durations_ms");
    for (int i = 0; i < characters.size(); i++) {
      double from = starts.path(i).asDouble() * NANOS_A_MILLISECOND;
      double to = from + durations.path(i).asDouble() * NANOS_A_MILLISECOND;
      words.add(characters.get(i).asText(), after(start, from), after(start, to));
    }
  }

  /** Reads the alignment of a line of an HTTP response, whose times count from {@code start}. */
  static void seconds(JsonNode alignment, Duration start, CharacterWords words) {
    JsonNode characters = alignment.path("characters");
    JsonNode starts = alignment.path("character_start_times_seconds");
    JsonNode ends = alignment.path("character_end_times_seconds");
    for (int i = 0; i < characters.size(); i++) {
      words.add(
          characters.get(i).asText(),
          after(start, starts.path(i).asDouble() * NANOS),
          after(start, ends.path(i).asDouble() * NANOS));
    }
  }

  private static JsonNode either(JsonNode node, String... fields) {
    JsonNode found = Json.first(node, fields);
    return found == null ? node.path(fields[0]) : found;
  }

  private static Duration after(Duration start, double nanos) {
    return start.plusNanos(Math.round(nanos));
  }
}
