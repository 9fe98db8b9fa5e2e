package dev.parley.testkit.tts;

import com.fasterxml.jackson.databind.JsonNode;

/** Deepgram's Aura socket: audio without an id. */
final class AuraScript implements VendorScript {
  private final Exchange exchange;
  private final int rate;
  private int sequence;

  AuraScript(Exchange exchange) {
    this.exchange = exchange;
    this.rate = Integer.parseInt(exchange.request().query().get("sample_rate"));
  }

  @Override
  public void opened() {
    exchange.text(JsonText.type("Metadata").put("request_id", "r").toString());
  }

  @Override
  public void message(JsonNode message) {
    switch (message.path("type").asText()) {
      case "Speak" -> Tone.chunks(message.path("text").asText(), rate).forEach(exchange::binary);
      case "Flush" -> answer("Flushed");
      case "Clear" -> answer("Cleared");
      default -> exchange.close(1_000, "");
    }
  }

  private void answer(String type) {
    exchange.text(JsonText.type(type).put("sequence_id", sequence++).toString());
  }
}
