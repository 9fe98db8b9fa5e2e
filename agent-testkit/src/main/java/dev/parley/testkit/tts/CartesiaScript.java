package dev.parley.testkit.tts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/** Cartesia's socket: contexts side by side, times of words in front of their audio. */
final class CartesiaScript implements VendorScript {
  private static final double MILLIS = 1_000;

  private final Exchange exchange;
  private final Map<String, Integer> spokenMillis = new HashMap<>();

  CartesiaScript(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public void message(JsonNode message) {
    String context = message.path("context_id").asText();
    if (message.path("cancel").asBoolean()) {
      send(done(), context);
      return;
    }
    String text = message.path("transcript").asText();
    if (Tone.isSpeakable(text)) {
      int rate = message.path("output_format").path("sample_rate").asInt();
      send(times(text, spokenMillis.getOrDefault(context, 0)), context);
      Tone.chunks(text, rate).forEach(chunk -> send(chunk(chunk), context));
      spokenMillis.merge(context, Tone.millis(text), Integer::sum);
    }
    if (!message.path("continue").asBoolean()) {
      send(done(), context);
    }
  }

  private static ObjectNode done() {
    return JsonText.type("done").put("done", true).put("status_code", 200);
  }

  private static ObjectNode chunk(byte[] pcm) {
    return JsonText.type("chunk").put("data", Tone.base64(pcm)).put("done", false);
  }

  private static ObjectNode times(String text, int offset) {
    ObjectNode message = JsonText.type("timestamps");
    ObjectNode times = message.putObject("word_timestamps");
    var words = times.putArray("words");
    var starts = times.putArray("start");
    var ends = times.putArray("end");
    for (Tone.Spoken each : Tone.words(text)) {
      words.add(each.word());
      starts.add((offset + each.start()) / MILLIS);
      ends.add((offset + each.end()) / MILLIS);
    }
    return message;
  }

  private void send(ObjectNode message, String context) {
    exchange.text(message.put("context_id", context).toString());
  }
}
