package dev.parley.testkit.tts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** AssemblyAI's voice socket: requests in order, times of words behind their audio. */
final class AssemblyAiScript implements VendorScript {
  private static final long YEAR_2100 = 4_102_444_800L;

  private final Exchange exchange;
  private final int rate;
  private final StringBuilder text = new StringBuilder();
  private int flushes;
  private int sessionMillis;

  AssemblyAiScript(Exchange exchange) {
    this.exchange = exchange;
    this.rate = Integer.parseInt(exchange.request().query().get("sample_rate"));
  }

  @Override
  public void opened() {
    ObjectNode begin = JsonText.type("Begin").put("id", "b").put("expires_at", YEAR_2100);
    begin.putObject("configuration").putArray("unknown_params");
    send(begin);
  }

  @Override
  public void message(JsonNode message) {
    switch (message.path("type").asText()) {
      case "Generate" -> text.append(message.path("text").asText());
      case "Flush" -> flush();
      case "Cancel" -> cancel();
      case "KeepAlive" -> {}
      default -> exchange.close(1_000, "");
    }
  }

  private void flush() {
    String spoken = text.toString();
    text.setLength(0);
    for (byte[] chunk : Tone.chunks(spoken, rate)) {
      send(JsonText.type("Audio").put("audio", Tone.base64(chunk)).put("flush_id", flushes));
    }
    int millis = Tone.isSpeakable(spoken) ? Tone.millis(spoken) : 0;
    send(JsonText.type("FlushDone").put("flush_id", flushes).put("audio_duration_ms", millis));
    boundaries(spoken);
    sessionMillis += millis;
    flushes++;
  }

  private void boundaries(String spoken) {
    ObjectNode message =
        JsonText.type("WordBoundaries")
            .put("flush_id", flushes)
            .put("audio_start_ms", sessionMillis);
    ArrayNode words = message.putArray("words");
    for (Tone.Spoken each : Tone.words(spoken)) {
      words
          .addObject()
          .put("word", each.word())
          .put("start", sessionMillis + each.start())
          .put("end", sessionMillis + each.end())
          .put("confidence", 0.9);
    }
    send(message);
  }

  private void cancel() {
    text.setLength(0);
    flushes++;
    send(JsonText.type("Cancelled").put("audio_duration_seconds", sessionMillis / 1_000.0));
  }

  private void send(ObjectNode message) {
    exchange.text(message.toString());
  }
}
