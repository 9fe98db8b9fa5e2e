package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.AgentState;
import dev.parley.SessionEvent;
import dev.parley.audio.AudioFormat;
import dev.parley.spi.RoomRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebTransportTest {
  private static final Duration NO_GRACE = Duration.ofMillis(1);

  private final WebTransport transport =
      WebTransport.builder().port(0).maxConnections(20).grace(NO_GRACE).build();

  @AfterEach
  void close() {
    transport.close();
  }

  @Test
  void whoJoinsIsAParticipantAndHeard() throws Exception {
    ScriptedAgent agent = ScriptedAgent.in(transport, "cafe");
    try (PageClient page = PageClient.join(transport, "cafe", "Ann")) {
      assertThat(page.await("joined").path("participant").asText()).isEqualTo("guest-1");
      page.send("{\"type\":\"mic\",\"open\":true,\"sampleRate\":16000}");
      byte[] pcm = Tones.tone(AudioFormat.MONO_16K, 440, Duration.ofMillis(500)).toByteArray();
      page.sendAudio(pcm);
      page.send("{\"type\":\"text\",\"text\":\"two teas\"}");
      page.send("{\"type\":\"talk\",\"pressed\":true}");

      assertThat(agent.next()).isEqualTo("opened");
      assertThat(agent.next()).isEqualTo("joined guest-1 Ann");
      assertThat(agent.next()).isEqualTo("text guest-1 two teas");
      assertThat(agent.next()).isEqualTo("talk guest-1 true");
      assertThat(agent.heard().toByteArray()).isEqualTo(pcm);
    }
    agent.await("left guest-1");
  }

  @Test
  void otherRatesReachTheAgentAsSixteenKilohertz() throws Exception {
    ScriptedAgent agent = ScriptedAgent.in(transport, "cafe");
    try (PageClient page = PageClient.join(transport, "cafe", "Ann")) {
      page.await("joined");
      page.send("{\"type\":\"mic\",\"open\":true,\"sampleRate\":44100}");
      page.sendAudio(
          Tones.tone(AudioFormat.mono(44_100), 440, Duration.ofSeconds(1)).toByteArray());
      page.send("{\"type\":\"text\",\"text\":\"done\"}");
      agent.await("text guest-1 done");

      assertThat(agent.heard().duration()).isBetween(Duration.ofMillis(980), Duration.ofSeconds(1));
      assertThat(Tones.millisOf(agent.heard(), 440)).isGreaterThanOrEqualTo(940);
    }
  }

  @Test
  void theAgentsVoiceAndEventsReachEveryPage() throws Exception {
    ScriptedAgent agent = ScriptedAgent.in(transport, "cafe");
    try (PageClient ann = PageClient.join(transport, "cafe", "Ann");
        PageClient bob = PageClient.join(transport, "cafe", "Bob")) {
      agent.await("joined guest-2 Bob");
      agent.publish(
          new SessionEvent.StateChanged(
              Duration.ofSeconds(1), AgentState.JOINING, AgentState.LISTENING, "joined"));
      for (PageClient page : List.of(ann, bob)) {
        assertThat(page.await("event").path("event").toString())
            .isEqualTo(
                "{\"t\":1.0,\"event\":\"agent.state\",\"from\":\"joining\",\"to\":\"listening\","
                    + "\"cause\":\"joined\"}");
      }
      assertThat(agent.room().offer(Tones.tone(WebOptions.VOICE, 440, Duration.ofMillis(20))))
          .isTrue();
      agent.room().clear(); // overtakes text that waits
      for (PageClient page : List.of(ann, bob)) {
        while (page.await("flush").path("epoch").asInt() != 1) {}
      }
    }
  }

  @Test
  void twoOfOneNameAreToldApart() throws Exception {
    ScriptedAgent agent = ScriptedAgent.in(transport, "cafe");
    try (PageClient first = PageClient.join(transport, "cafe", "Ann");
        PageClient second = PageClient.join(transport, "cafe", "Ann");
        PageClient nameless = PageClient.join(transport, "cafe", "")) {
      agent.await("joined guest-1 Ann");
      agent.await("joined guest-2 Ann 2");
      agent.await("joined guest-3 Guest 3");
      first.send("{\"type\":\"rename\",\"name\":\"Bea\"}");
      first.await("people");
      while (!second.await("people").toString().contains("Bea")) {}
      assertThat(nameless.await("joined").path("name").asText()).isEqualTo("Guest 3");
    }
  }

  @Test
  void aPageThatComesBackIsTheSameParticipantAndMissesNothing() throws Exception {
    try (WebTransport patient = WebTransport.builder().port(0).build()) {
      ScriptedAgent agent = ScriptedAgent.in(patient, "cafe");
      PageClient page = PageClient.join(patient, "cafe", "Ann");
      String key = page.await("joined").path("resume").asText();
      agent.publish(Script.question().get(0));
      page.await("event");
      page.breakConnection();
      agent.await("lost");
      assertThat(agent.room().offer(Tones.tone(WebOptions.VOICE, 440, Duration.ofMillis(20))))
          .isFalse();
      agent.publish(Script.question().get(3));

      try (PageClient again = PageClient.connect(patient)) {
        again.send(
            "{\"type\":\"hello\",\"version\":1,\"room\":\"cafe\",\"after\":1,\"resume\":\"%s\"}"
                .formatted(key));
        assertThat(again.await("welcome").path("resuming").asBoolean()).isTrue();
        assertThat(again.await("joined").path("participant").asText()).isEqualTo("guest-1");
        assertThat(again.await("event").path("n").asInt()).isEqualTo(2);
        assertThat(agent.next()).isEqualTo("back");
      }
    }
  }

  @Test
  void aConnectionThatBreaksLetsGoOfTheTalkButton() throws Exception {
    ScriptedAgent agent = ScriptedAgent.in(transport, "cafe");
    PageClient page = PageClient.join(transport, "cafe", "Ann");
    page.await("joined");
    page.send("{\"type\":\"talk\",\"pressed\":true}");
    agent.await("talk guest-1 true");
    page.breakConnection();
    agent.await("talk guest-1 false");
    agent.await("left guest-1");
  }

  @Test
  void whoLeavesWhileWaitingIsNotSeated() throws Exception {
    PageClient gone = PageClient.join(transport, "later", "Ann");
    gone.await("waiting");
    gone.close();
    awaitNoConnection();
    ScriptedAgent agent = ScriptedAgent.in(transport, "later");
    PageClient.join(transport, "later", "Bob");
    agent.await("joined guest-1 Bob");
  }

  @Test
  void aSecondWindowWithTheSamePlaceTakesItOver() throws Exception {
    ScriptedAgent.in(transport, "cafe");
    PageClient page = PageClient.join(transport, "cafe", "Ann");
    String key = page.await("joined").path("resume").asText();
    try (PageClient other = PageClient.connect(transport)) {
      other.send(
          "{\"type\":\"hello\",\"version\":1,\"room\":\"cafe\",\"resume\":\"%s\"}".formatted(key));
      other.await("joined");
      assertThat(page.closed()).startsWith("4009 This conversation goes on in another window");
    }
  }

  @Test
  void whoComesIntoAnEmptyRoomCallsAnAgentAndFollowsIt() throws Exception {
    BlockingQueue<RoomRequest> invitations = new LinkedBlockingQueue<>();
    assertThat(transport.onInvitation(invitations::add)).isTrue();
    try (PageClient page = PageClient.join(transport, "new room", "Ann")) {
      page.await("waiting");
      RoomRequest invitation = invitations.poll(20, TimeUnit.SECONDS);
      assertThat(invitation.room()).isEqualTo("new room");
      ScriptedAgent agent = ScriptedAgent.in(transport, invitation.room());
      page.await("joined");
      agent.await("joined guest-1 Ann");
    }
  }

  @Test
  void whoComesLaterSeesWhatWasSaidUnlessTheRoomHadBecomeEmpty() throws Exception {
    ScriptedAgent agent = ScriptedAgent.in(transport, "cafe");
    PageClient ann = PageClient.join(transport, "cafe", "Ann");
    ann.await("joined");
    agent.publish(Script.question().get(3));
    PageClient bob = PageClient.join(transport, "cafe", "Bob");
    assertThat(bob.await("event").path("n").asInt()).isEqualTo(1);

    ann.close();
    bob.close();
    agent.awaitAll("left guest-1", "left guest-2");
    try (PageClient stranger = PageClient.join(transport, "cafe", "Eve")) {
      stranger.await("joined");
      agent.publish(Script.question().get(4));
      assertThat(stranger.await("event").path("n").asInt()).isEqualTo(2);
    }
  }

  @Test
  void anApplicationThatFailsToSendAnAgentIsTold() throws Exception {
    transport.onInvitation(
        request -> {
          throw new IllegalStateException("no agent today");
        });
    PageClient page = PageClient.join(transport, "empty", "Ann");
    assertThat(page.closed()).isEqualTo("4004 No agent has come into this room; try again later.");
  }

  @Test
  void anAgentMayNotComeIntoARoomThatHasOne() throws Exception {
    ScriptedAgent.in(transport, "cafe");
    ScriptedAgent second = ScriptedAgent.in(transport, "cafe");
    assertThat(second.next()).isEqualTo("closed FAILED");
    assertThat(transport.roomCount()).isEqualTo(1);
  }

  @Test
  void closingTheRoomSendsThePagesAwayAndEndsOnce() throws Exception {
    ScriptedAgent agent = ScriptedAgent.in(transport, "cafe");
    PageClient page = PageClient.join(transport, "cafe", "Ann");
    agent.await("joined guest-1 Ann");
    agent.room().close();
    agent.room().close();
    agent.room().finish();
    assertThat(page.closed()).isEqualTo("4002 The conversation is over.");
    agent.await("closed CANCELLED");
    assertThat(agent.pending()).isEmpty();
    assertThat(transport.roomCount()).isZero();
  }

  @Test
  void aTransportThatClosesEndsRoomsAndPages() throws Exception {
    ScriptedAgent agent = ScriptedAgent.in(transport, "cafe");
    PageClient page = PageClient.connect(transport);
    page.send("{\"type\":\"hello\",\"version\":1}");
    page.await("welcome");
    transport.close();
    transport.close();
    agent.await("closed CANCELLED");
    assertThat(page.closed()).isEqualTo("4002 The program has been stopped.");
  }

  @Test
  void theNextPortIsTakenWhenTheFirstIsNotFree() {
    int taken = transport.link().getPort();
    try (WebTransport second = WebTransport.builder().port(taken).build()) {
      assertThat(second.link().getPort()).isGreaterThan(taken);
    }
  }

  /** The server notices a little after the page that the connection is closed. */
  private void awaitNoConnection() {
    for (int millis = 0; millis < 20_000 && transport.connectionCount() > 0; millis++) {
      LockSupport.parkNanos(1_000_000);
    }
    assertThat(transport.connectionCount()).isZero();
  }
}
