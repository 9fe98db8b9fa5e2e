package dev.parley.agora;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.AgentEvent;
import dev.parley.spi.RoomListener;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** What is written to and by the people in the channel, beside the sound. In the lane. */
final class RoomMessages {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_SENDERS = 200;

  private final Outbox outbox;
  private final MessageForm form;
  private final RoomListener listener;
  private final Map<String, PacketReader> readers = new HashMap<>();

  RoomMessages(Outbox outbox, MessageForm form, RoomListener listener) {
    this.outbox = outbox;
    this.form = form;
    this.listener = listener;
  }

  /** Tells the people of an event. */
  void publish(AgentEvent event) {
    form.of(event).forEach(outbox::add);
  }

  /** Returns JSON in UTF-8. */
  static byte[] json(Map<String, Object> fields) {
    try {
      return JSON.writeValueAsBytes(fields);
    } catch (JacksonException e) {
      throw new IllegalStateException("the fields " + fields.keySet() + " are no JSON", e);
    }
  }

  /** A data message has come; only packets of our format mean something. */
  void received(String uid, byte[] data) {
    if (readers.size() >= MOST_SENDERS && !readers.containsKey(uid)) {
      return;
    }
    byte[] json = readers.computeIfAbsent(uid, key -> new PacketReader()).accept(data);
    if (json != null) {
      understand(uid, json);
    }
  }

  private void understand(String uid, byte[] json) {
    JsonNode message;
    try {
      message = JSON.readTree(json);
    } catch (IOException notJson) {
      return;
    }
    switch (message.path("type").asText()) {
      case "text" -> {
        String text = message.path("text").asText();
        if (!text.isBlank()) {
          listener.onText(uid, text);
        }
      }
      case "talk" -> listener.onTalkButton(uid, message.path("pressed").asBoolean());
      default -> {} // newer clients may say more
    }
  }

  void left(String uid) {
    readers.remove(uid);
  }
}
