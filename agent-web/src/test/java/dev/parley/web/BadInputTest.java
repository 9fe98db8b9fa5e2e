package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a page sends is answered with a sentence, and the room lives on. */
class BadInputTest {
  private static final String HELLO = "{\"type\":\"hello\",\"version\":1,\"room\":\"cafe\"}";

  private final WebTransport transport =
      WebTransport.builder().port(0).maxConnections(3).grace(Duration.ofMillis(1)).build();

  private ScriptedAgent agent;

  @BeforeEach
  void open() {
    agent = ScriptedAgent.in(transport, "cafe");
  }

  @AfterEach
  void theRoomLivesOn() throws Exception {
    try (PageClient good = PageClient.join(transport, "cafe", "Good")) {
      good.await("joined");
      good.send("{\"type\":\"text\",\"text\":\"still here\"}");
      String call = agent.next();
      while (!call.endsWith("still here")) {
        call = agent.next();
      }
    }
    transport.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {                                      | A message of 1 characters is no JSON object; send {"type": ...}.
          [1, 2]                                 | A message of 6 characters is no JSON object; send {"type": ...}.
          {"type":"dance"}                       | A message has the type 'dance', which this server does not know; see the protocol.
          {"type":"hello","version":7}           | The page speaks version 7 of the protocol, the server version 1; reload the page.
          {"type":"hello","version":1,"room":"<b>"} | The room's name in the link is not allowed; use up to 64 letters, digits, blanks and . _ -
          {"type":"join"}                        | A connection begins with 'hello'.
          {"type":"text","text":"hi"}            | A connection begins with 'hello'.
          {"type":"text","text":""}              | A text message has no 'text'; type something.
          {"type":"talk"}                        | A message of type 'talk' needs 'pressed' to be true or false.
          {"type":"mic","open":true,"sampleRate":7} | The microphone's sampleRateHz is 7, must be 8000 to 192000; speech is usually 16000.
          {"type":"played","epoch":0,"samples":-1} | A report of played audio has no number of 'samples' of 0 or more.
          """)
  void aMessageThatMakesNoSenseIsAnsweredWithASentence(String message, String sentence)
      throws Exception {
    try (PageClient page = PageClient.connect(transport)) {
      page.send(message);
      assertThat(page.await("error").path("message").asText()).isEqualTo(sentence);
    }
  }

  @Test
  void halfASampleIsRefusedAndTheRestGoesOn() throws Exception {
    try (PageClient page = PageClient.join(transport, "cafe", "Ann")) {
      page.await("joined");
      page.send("{\"type\":\"mic\",\"open\":true,\"sampleRate\":16000}");
      page.sendAudio(new byte[641]);
      assertThat(page.await("error").path("message").asText())
          .isEqualTo(
              "A binary message of 641 bytes ends in half a sample; send whole 16-bit samples.");
      page.sendAudio(new byte[640]);
      page.send("{\"type\":\"text\",\"text\":\"after\"}");
      agent.await("text guest-1 after");
      assertThat(agent.heard().byteLength()).isEqualTo(640);
    }
  }

  @Test
  void audioBeforeItsPlaceIsRefused() throws Exception {
    try (PageClient page = PageClient.connect(transport)) {
      page.sendAudio(new byte[640]);
      assertThat(page.await("error").path("message").asText()).startsWith("Audio came before");
      page.send(HELLO);
      page.await("welcome");
      page.sendAudio(new byte[640]);
      assertThat(page.await("error").path("message").asText()).contains("send 'join' first");
      page.send("{\"type\":\"join\"}");
      page.await("joined");
      page.sendAudio(new byte[640]);
      assertThat(page.await("error").path("message").asText())
          .startsWith("Audio came while the microphone was closed");
    }
  }

  /** After a stall of the network ten seconds of sound come in one instant. */
  @Test
  void soundThatComesTooLateIsLostAndTheCallGoesOn() throws Exception {
    try (PageClient page = PageClient.join(transport, "cafe", "Ann")) {
      page.await("joined");
      page.send("{\"type\":\"mic\",\"open\":true,\"sampleRate\":16000}");
      for (int i = 0; i < 40; i++) {
        page.sendAudio(new byte[32_000]);
      }
      page.send("{\"type\":\"text\",\"text\":\"after\"}");
      assertThat(page.await("error").path("message").asText())
          .startsWith("Part of what you said was lost");
      agent.await("text guest-1 after");
    }
  }

  @Test
  void fiftyMegabytesAreRefusedUnread() throws Exception {
    PageClient page = PageClient.join(transport, "cafe", "Ann");
    page.await("joined");
    page.sendHuge(50);
    assertThat(page.closed()).matches("1009 The message is too large.*|broken");
    agent.await("left guest-1");
  }

  @Test
  void aLongTextIsRefusedWithItsLimit() throws Exception {
    PageClient page = PageClient.join(transport, "cafe", "Ann");
    page.await("joined");
    page.send("{\"type\":\"text\",\"text\":\"" + "a".repeat(3_000) + "\"}");
    assertThat(page.await("error").path("message").asText())
        .isEqualTo("The text has 3,000 characters; shorten it to 2,000.");
    page.send("{\"type\":\"text\",\"text\":\"" + "a".repeat(20_000) + "\"}");
    assertThat(page.closed())
        .isEqualTo("1009 The message is too large; send at most 16,384 bytes of text.");
  }

  @Test
  void whoSendsNonsenseOnlyIsSentAway() throws Exception {
    PageClient page = PageClient.connect(transport);
    for (int i = 0; i < 20; i++) {
      page.send("nonsense");
    }
    assertThat(page.closed()).startsWith("4000 A message of 8 characters is no JSON object");
  }

  @Test
  void tooManyConnectionsAreRefused() throws Exception {
    try (PageClient first = PageClient.join(transport, "cafe", "A");
        PageClient second = PageClient.join(transport, "cafe", "B");
        PageClient third = PageClient.join(transport, "cafe", "C")) {
      first.await("joined");
      second.await("joined");
      third.await("joined");
      assertThat(PageClient.connect(transport).closed())
          .isEqualTo("4029 All 3 places of this server are taken; try again later.");
    }
    agent.awaitAll("left guest-1", "left guest-2", "left guest-3");
  }
}
