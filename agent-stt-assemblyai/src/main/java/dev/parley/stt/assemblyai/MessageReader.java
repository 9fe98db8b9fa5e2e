package dev.parley.stt.assemblyai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the server's messages. Whatever comes, it gives a message and never throws: one bad frame
 * must not end a call.
 *
 * <p>Unknown fields are ignored. A missing field that we can do without has a default; a field of
 * the wrong type makes the whole message malformed. Thread-safe.
 */
final class MessageReader {
  /** Longer than any session may be: three hours. What is beyond is no time. */
  private static final long LATEST_MILLIS = 4 * 3_600_000L;

  /** In the year 5138. */
  private static final double LATEST_EXPIRY_SECONDS = 1e11;

  private MessageReader() {}

  /** Reads one text frame. */
  static ServerMessage read(String text) {
    try {
      return message(Json.MAPPER.readTree(text), text.length());
    } catch (JsonProcessingException e) { // its message quotes the text, which may be speech
      return new ServerMessage.Malformed(text.length(), "is no JSON");
    } catch (WrongField e) {
      return new ServerMessage.Malformed(text.length(), e.getMessage());
    }
  }

  private static ServerMessage message(@Nullable JsonNode json, int length) throws WrongField {
    if (json == null || !json.isObject()) {
      return new ServerMessage.Malformed(length, "is no JSON object");
    }
    if (json.hasNonNull("error")) {
      return failure(json);
    }
    JsonNode type = json.path("type");
    if (!type.isTextual()) {
      return new ServerMessage.Unknown("");
    }
    return switch (type.asText()) {
      case "Begin" -> begin(json);
      case "SpeechStarted" -> new ServerMessage.SpeechStarted(millis(json, "timestamp"));
      case "Turn" -> turn(json);
      case "SpeakerRevision" -> revision(json);
      case "Heartbeat" -> heartbeat(json);
      case "Warning" -> warning(json);
      case "Error" -> failure(json);
      case "Termination" -> termination(json);
      default -> new ServerMessage.Unknown(type.asText());
    };
  }

  private static ServerMessage begin(JsonNode json) throws WrongField {
    JsonNode model = json.path("configuration").path("model");
    double expires = json.path("expires_at").asDouble();
    boolean sensible = expires > 0 && expires < LATEST_EXPIRY_SECONDS;
    return new ServerMessage.Begin(
        text(json, "id"), sensible ? (long) expires : 0, model.isTextual() ? model.asText() : null);
  }

  private static ServerMessage turn(JsonNode json) throws WrongField {
    JsonNode order = json.path("turn_order");
    if (!order.isIntegralNumber() || !order.canConvertToInt()) {
      throw new WrongField("turn_order");
    }
    return new ServerMessage.Turn(
        order.asInt(),
        flag(json, "end_of_turn"),
        flag(json, "turn_is_formatted"),
        text(json, "transcript"),
        text(json, "utterance"),
        fraction(json, "end_of_turn_confidence", 0),
        words(json.path("words")),
        optionalText(json, "language_code"),
        fraction(json, "language_confidence", 1),
        optionalText(json, "speaker_label"));
  }

  private static List<ServerMessage.SpokenWord> words(JsonNode json) throws WrongField {
    if (json.isMissingNode() || json.isNull()) {
      return List.of();
    }
    if (!json.isArray()) {
      throw new WrongField("words");
    }
    var words = new ArrayList<ServerMessage.SpokenWord>(json.size());
    for (JsonNode each : json) {
      words.add(word(each));
    }
    return words;
  }

  private static ServerMessage.SpokenWord word(JsonNode json) throws WrongField {
    if (!json.path("text").isTextual()) {
      throw new WrongField("words");
    }
    long start = millis(json, "start");
    long end = Math.max(start, millis(json, "end"));
    return new ServerMessage.SpokenWord(
        json.path("text").asText(), start, end, fraction(json, "confidence", 1));
  }

  private static ServerMessage revision(JsonNode json) throws WrongField {
    var turns = new ArrayList<ServerMessage.RevisedTurn>();
    for (JsonNode each : json.path("revisions")) {
      if (!each.path("turn_order").canConvertToInt() || !each.path("turn_order").isNumber()) {
        throw new WrongField("revisions");
      }
      int order = each.path("turn_order").asInt();
      turns.add(new ServerMessage.RevisedTurn(order, optionalText(each, "speaker_label")));
    }
    return new ServerMessage.SpeakerRevision(List.copyOf(turns));
  }

  private static ServerMessage heartbeat(JsonNode json) throws WrongField {
    boolean told =
        json.hasNonNull("total_audio_received_ms") && json.hasNonNull("total_duration_ms");
    return told
        ? new ServerMessage.Heartbeat(
            millis(json, "total_audio_received_ms"), millis(json, "total_duration_ms"))
        : new ServerMessage.Heartbeat(0, 0);
  }

  private static ServerMessage warning(JsonNode json) {
    return new ServerMessage.Warning(
        json.path("warning_code").asLong(), json.path("warning").asText());
  }

  private static ServerMessage failure(JsonNode json) {
    JsonNode code = json.path("error_code");
    Integer number = code.isNumber() && code.canConvertToInt() ? code.asInt() : null;
    return new ServerMessage.Failure(number, json.path("error").asText());
  }

  private static ServerMessage termination(JsonNode json) throws WrongField {
    return new ServerMessage.Termination(
        seconds(json, "audio_duration_seconds"), seconds(json, "session_duration_seconds"));
  }

  private static @Nullable Double seconds(JsonNode json, String field) throws WrongField {
    JsonNode value = json.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    return number(json, field, 0, LATEST_MILLIS);
  }

  private static long millis(JsonNode json, String field) throws WrongField {
    return (long) number(json, field, 0, LATEST_MILLIS);
  }

  private static double fraction(JsonNode json, String field, double missing) throws WrongField {
    JsonNode value = json.path(field);
    return value.isMissingNode() || value.isNull() ? missing : number(json, field, 0, 1);
  }

  private static double number(JsonNode json, String field, double least, double most)
      throws WrongField {
    JsonNode value = json.path(field);
    double number = value.asDouble();
    if (!value.isNumber() || !(number >= least && number <= most)) {
      throw new WrongField(field);
    }
    return number;
  }

  private static boolean flag(JsonNode json, String field) throws WrongField {
    JsonNode value = json.path(field);
    if (!value.isMissingNode() && !value.isNull() && !value.isBoolean()) {
      throw new WrongField(field);
    }
    return value.asBoolean();
  }

  private static String text(JsonNode json, String field) throws WrongField {
    String text = optionalText(json, field);
    return text == null ? "" : text;
  }

  private static @Nullable String optionalText(JsonNode json, String field) throws WrongField {
    JsonNode value = json.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw new WrongField(field);
    }
    return value.asText();
  }

  /** A field that is missing or of the wrong type. */
  private static final class WrongField extends Exception {
    private static final long serialVersionUID = 1L;

    WrongField(String field) {
      super("has a missing or wrong field " + field, null, false, false);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }
}
