package dev.parley.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.AgentEvent;
import dev.parley.spi.Participant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what the server tells pages in JSON. Thread-safe. */
final class ToPage {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PONG = message("pong", Map.of());

  private ToPage() {}

  /** Answers {@code hello}: what the page needs to know before anybody has joined. */
  static String welcome(WebOptions options, String room, String agent, boolean resuming) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("version", PageMessages.VERSION);
    fields.put("room", room);
    fields.put("agent", agent);
    fields.put("examples", options.examples());
    fields.put(
        "audio",
        Map.of(
            "sampleRate", WebOptions.VOICE.sampleRateHz(),
            "prebufferMillis", WebOptions.PREBUFFER.toMillis()));
    fields.put("resuming", resuming);
    return message("welcome", fields);
  }

  /** No agent is in the room yet. */
  static String waiting() {
    return message("waiting", Map.of());
  }

  /** The page is in the room. */
  static String joined(Guest guest, boolean resumed) {
    return message(
        "joined",
        Map.of(
            "participant", guest.id(),
            "name", guest.name(),
            "resume", guest.resumeKey(),
            "resumed", resumed));
  }

  /** Everybody in the room but the agent. */
  static String people(List<Participant> people) {
    List<Map<String, String>> list =
        people.stream().map(each -> Map.of("id", each.id(), "name", each.name())).toList();
    return message("people", Map.of("people", list));
  }

  /** An event as in event logs, without its number; see {@link #numbered}. */
  static String event(AgentEvent event) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("t", event.at().toNanos() / 1e9);
    fields.put("event", event.name());
    fields.putAll(event.fields());
    return write(fields);
  }

  /** An event with its number in the room, from 1. */
  static String numbered(long number, String event) {
    return "{\"type\":\"event\",\"n\":" + number + ",\"event\":" + event + "}";
  }

  /** Stop sounding and forget what is queued; what follows belongs to the new epoch. */
  static String flush(int epoch) {
    return message("flush", Map.of("epoch", epoch));
  }

  /** The server is there. */
  static String pong() {
    return PONG;
  }

  /** Something is wrong; the connection lives on unless a close follows. */
  static String error(String sentence) {
    return message("error", Map.of("message", sentence));
  }

  private static String message(String type, Map<String, ?> fields) {
    var message = new LinkedHashMap<String, Object>();
    message.put("type", type);
    message.putAll(fields);
    return write(message);
  }

  private static String write(Map<String, ?> message) {
    try {
      return JSON.writeValueAsString(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message for the page cannot be written as JSON", e);
    }
  }
}
