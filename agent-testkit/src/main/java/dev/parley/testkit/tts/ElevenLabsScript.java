package dev.parley.testkit.tts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** ElevenLabs' socket of many contexts: five at once, no sixth. */
final class ElevenLabsScript implements VendorScript {
  private static final int MOST_CONTEXTS = 5;
  private static final int POLICY = 1_008;

  private final Exchange exchange;
  private final int rate;
  private final Set<String> contexts = new HashSet<>();

  ElevenLabsScript(Exchange exchange) {
    this.exchange = exchange;
    String format = exchange.request().query().getOrDefault("output_format", "pcm_24000");
    this.rate = Integer.parseInt(format.substring("pcm_".length()));
  }

  @Override
  public void message(JsonNode message) {
    String context = message.path("context_id").asText();
    if (message.path("close_context").asBoolean()) {
      contexts.remove(context);
      send(JsonText.object().put("isFinal", true), context);
      return;
    }
    contexts.add(context);
    if (contexts.size() > MOST_CONTEXTS) {
      exchange.close(POLICY, "Maximum simultaneous contexts exceeded (5)");
      return;
    }
    String text = message.path("text").asText();
    if (Tone.isSpeakable(text)) {
      speak(text, context);
    }
  }

  private void speak(String text, String context) {
    List<byte[]> chunks = Tone.chunks(text, rate);
    for (int i = 0; i < chunks.size(); i++) {
      ObjectNode message = JsonText.object().put("audio", Tone.base64(chunks.get(i)));
      if (i == 0) {
        message.set("alignment", Tone.alignment(text));
      }
      send(message, context);
    }
  }

  private void send(ObjectNode message, String context) {
    exchange.text(message.put("contextId", context).toString());
  }
}
