package dev.parley.testkit.tts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Deepgram's Flux socket: words as they are written, turns that end with their metadata. */
final class FluxScript implements VendorScript {
  private static final int SOON = 10;

  private final Exchange exchange;
  private final int rate;
  private final StringBuilder text = new StringBuilder();
  private boolean speaking;
  private int millis;

  FluxScript(Exchange exchange) {
    this.exchange = exchange;
    this.rate = Integer.parseInt(exchange.request().query().get("sample_rate"));
  }

  @Override
  public void opened() {
    send(JsonText.type("Connected").put("request_id", "r"));
  }

  @Override
  public void message(JsonNode message) {
    switch (message.path("type").asText()) {
      case "Speak" -> {
        text.append(message.path("text").asText());
        if (text.length() >= SOON) {
          speak();
        }
      }
      case "Flush" -> flush();
      case "Interrupt" -> interrupt();
      default -> exchange.close(1_000, "");
    }
  }

  private void speak() {
    if (!speaking) {
      speaking = true;
      send(JsonText.type("SpeechStarted").put("speech_id", "dg_sp_00000000000a"));
    }
    Tone.chunks(text.toString(), rate).forEach(exchange::binary);
    millis += Tone.isSpeakable(text.toString()) ? Tone.millis(text.toString()) : 0;
    text.setLength(0);
  }

  private void flush() {
    speak();
    if (millis == 0) {
      send(JsonText.type("Warning").put("code", "NO_SYNTHESIZABLE_TEXT"));
    }
    send(JsonText.type("Flushed"));
    send(JsonText.type("SpeechMetadata").put("audio_duration_ms", millis));
    reset();
  }

  private void interrupt() {
    send(
        speaking
            ? JsonText.type("SpeechInterrupted").put("audio_played_ms", millis)
            : JsonText.type("Warning").put("code", "NO_ACTIVE_SPEECH"));
    reset();
  }

  private void reset() {
    text.setLength(0);
    speaking = false;
    millis = 0;
  }

  private void send(ObjectNode message) {
    exchange.text(message.toString());
  }
}
