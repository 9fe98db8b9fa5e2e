package dev.parley.web;

import dev.parley.audio.AudioFrame;
import dev.parley.spi.Transport;
import dev.parley.testkit.contract.FarEnd;
import dev.parley.testkit.contract.TransportContract;
import java.time.Duration;

class WebTransportContractTest extends TransportContract {
  @Override
  protected Transport newEngine() {
    return WebTransport.builder().port(0).grace(Duration.ofMillis(1)).build();
  }

  @Override
  protected FarEnd enter(String room, String name) {
    try {
      PageClient page = PageClient.join((WebTransport) engine(), room, name);
      String id = page.await("joined").path("participant").asText();
      page.sendUnlessClosed("{\"type\":\"mic\",\"open\":true,\"sampleRate\":16000}");
      return new Visitor(page, id);
    } catch (Exception e) {
      throw new AssertionError("the page cannot join", e);
    }
  }

  private record Visitor(PageClient page, String participantId) implements FarEnd {
    @Override
    public void speak(AudioFrame frame) {
      page.sendAudio(frame.toByteArray());
    }

    @Override
    public Duration heard() {
      return WebOptions.VOICE.durationOf(page.audioBytes() / WebOptions.VOICE.bytesPerSample());
    }

    @Override
    public void leave() {
      page.close();
    }
  }
}
