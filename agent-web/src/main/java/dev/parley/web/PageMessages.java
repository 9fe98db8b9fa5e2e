package dev.parley.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.audio.AudioFormat;
import org.jspecify.annotations.Nullable;

/** Reads what pages send. Thread-safe. */
final class PageMessages {
  /** The version of the protocol, told in {@code hello} and {@code welcome}. */
  static final int VERSION = 1;

  private static final int LONGEST_TEXT = 2_000;
  private static final int LONGEST_NAME = 40;
  private static final int DEEPEST_NESTING = 8;

  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(DEEPEST_NESTING).build())
              .build());

  private PageMessages() {}

  /** Reads one text message. */
  static FromPage read(String text) throws BadMessage {
    JsonNode message = parse(text);
    String type = message.path("type").asText("");
    return switch (type) {
      case "hello" -> hello(message);
      case "join" -> new FromPage.Join(name(message));
      case "mic" -> mic(message);
      case "text" -> new FromPage.Text(text(message));
      case "talk" -> new FromPage.Talk(flag(message, "pressed"));
      case "rename" -> new FromPage.Rename(name(message));
      case "played" -> played(message, false);
      case "flushed" -> played(message, true);
      case "ping" -> new FromPage.Ping();
      default ->
          throw new BadMessage(
              "A message has the type '%s', which this server does not know; see the protocol."
                  .formatted(shortened(type)));
    };
  }

  private static JsonNode parse(String text) throws BadMessage {
    try {
      JsonNode message = JSON.readTree(text);
      if (message.isObject()) {
        return message;
      }
    } catch (JsonProcessingException notJson) {
      // The same answer as for JSON that is no object; the parser's words would repeat the input.
    }
    throw new BadMessage(
        "A message of %d characters is no JSON object; send {\"type\": ...}."
            .formatted(text.length()));
  }

  private static FromPage hello(JsonNode message) throws BadMessage {
    int version = message.path("version").asInt(0);
    if (version != VERSION) {
      throw new BadMessage(
          "The page speaks version %d of the protocol, the server version %d; reload the page."
              .formatted(version, VERSION));
    }
    return new FromPage.Hello(
        optional(message, "room"),
        optional(message, "token"),
        optional(message, "resume"),
        Math.max(0, message.path("after").asLong(0)));
  }

  private static FromPage mic(JsonNode message) throws BadMessage {
    boolean open = flag(message, "open");
    int rate = message.path("sampleRate").asInt(0);
    if (open) {
      try {
        AudioFormat.mono(rate);
      } catch (IllegalArgumentException badRate) {
        throw new BadMessage("The microphone's " + badRate.getMessage() + ".");
      }
    }
    return new FromPage.Mic(open, rate);
  }

  private static FromPage played(JsonNode message, boolean flushed) throws BadMessage {
    JsonNode samples = message.path("samples");
    if (!samples.canConvertToLong() || samples.asLong() < 0) {
      throw new BadMessage("A report of played audio has no number of 'samples' of 0 or more.");
    }
    return new FromPage.Played(message.path("epoch").asInt(-1), samples.asLong(), flushed);
  }

  private static String text(JsonNode message) throws BadMessage {
    String text = message.path("text").asText("").strip();
    if (text.isEmpty()) {
      throw new BadMessage("A text message has no 'text'; type something.");
    }
    if (text.length() > LONGEST_TEXT) {
      throw new BadMessage(
          "The text has %,d characters; shorten it to %,d.".formatted(text.length(), LONGEST_TEXT));
    }
    return text;
  }

  private static String name(JsonNode message) {
    String name = message.path("name").asText("").replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ").strip();
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME).strip();
  }

  private static boolean flag(JsonNode message, String key) throws BadMessage {
    if (!message.path(key).isBoolean()) {
      throw new BadMessage(
          "A message of type '%s' needs '%s' to be true or false."
              .formatted(message.path("type").asText(), key));
    }
    return message.path(key).asBoolean();
  }

  private static @Nullable String optional(JsonNode message, String key) {
    String value = message.path(key).asText("");
    return value.isBlank() ? null : value;
  }

  private static String shortened(String text) {
    return text.length() <= 20 ? text : text.substring(0, 20) + "...";
  }
}
