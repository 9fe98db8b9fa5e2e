package dev.parley.agora;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.AgentState;
import dev.parley.ReplyEvent;
import dev.parley.ReplyOutcome;
import dev.parley.SessionEvent;
import dev.parley.TurnEvent;
import dev.parley.agora.simulator.ReceivedMessage;
import dev.parley.agora.simulator.SimulatedPerson;
import dev.parley.agora.simulator.settings.NetworkConditions;
import dev.parley.spi.Room;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Captions as a client with Agora's conversational AI toolkit reads them. */
class ToolkitMessagesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration AT = Duration.ofMillis(1_500);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private static AgoraWorld open() {
    return AgoraWorld.open(AgoraWorld.transport().messages(AgoraMessages.TOOLKIT));
  }

  /** Puts parts together by their numbers, whenever the last one of a message has come. */
  private static List<JsonNode> read(SimulatedPerson person) {
    Map<String, TreeMap<Integer, String>> open = new HashMap<>();
    List<JsonNode> messages = new ArrayList<>();
    for (ReceivedMessage each : person.messages()) {
      String[] packet = new String(each.data(), StandardCharsets.UTF_8).split("\\|", -1);
      assertThat(packet).hasSize(4);
      var parts = open.computeIfAbsent(packet[0], name -> new TreeMap<>());
      parts.put(Integer.valueOf(packet[1]), packet[3]);
      assertThat(parts.firstKey()).isPositive();
      if (parts.size() == Integer.parseInt(packet[2])) {
        messages.add(decoded(String.join("", parts.values())));
        open.remove(packet[0]);
      }
    }
    return messages;
  }

  private static JsonNode decoded(String base64) {
    try {
      return JSON.readTree(Base64.getDecoder().decode(base64));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> texts(SimulatedPerson person) {
    return read(person).stream()
        .filter(each -> each.has("text"))
        .map(
            each ->
                each.path("user_id").asText()
                    + " "
                    + each.path("turn_id").asInt()
                    + (each.path("final").asBoolean() || each.path("turn_status").asInt() == 1
                        ? "! "
                        : " ")
                    + each.path("text").asText())
        .distinct()
        .toList();
  }

  @Test
  void whatSomebodySaysGrowsAndIsFinalWhenTheTurnIsOver() {
    try (var world = open()) {
      Room room = world.joined();
      SimulatedPerson ann = world.person("1");
      room.publish(new TurnEvent.Interim(AT, "1", 3, "two"));
      world.pass(SECOND);
      room.publish(new TurnEvent.Final(AT, "1", 3, "two coffees"));
      world.pass(SECOND);
      room.publish(new TurnEvent.Ended(AT, "1", 3, "two coffees, please", TurnEvent.By.VAD));
      world.pass(SECOND);
      assertThat(texts(ann))
          .containsExactly("1 3 two", "1 3 two coffees", "1 3! two coffees, please");
      JsonNode last = read(ann).get(2);
      assertThat(last.path("object").asText()).isEqualTo("user.transcription");
      assertThat(last.path("stream_id").asLong()).isEqualTo(1);
      assertThat(last.path("words").isNull()).as("words are without times").isTrue();
    }
  }

  @Test
  void theAgentsTextComesWholeEachTime() {
    try (var world = open()) {
      Room room = world.joined();
      SimulatedPerson ann = world.person("1");
      room.publish(new ReplyEvent.Text(AT, 2, "Two coffees, "));
      world.pass(SECOND);
      room.publish(new ReplyEvent.Text(AT, 2, "coming up."));
      world.pass(SECOND);
      room.publish(ended(ReplyOutcome.COMPLETED, "Two coffees, coming up."));
      world.pass(SECOND);
      assertThat(texts(ann))
          .containsExactly(
              "9999 2 Two coffees, ",
              "9999 2 Two coffees, coming up.",
              "9999 2! Two coffees, coming up.");
      assertThat(read(ann)).allMatch(each -> each.path("stream_id").asInt(-1) == 0);
    }
  }

  private static ReplyEvent.Ended ended(ReplyOutcome outcome, String heard) {
    return new ReplyEvent.Ended(AT, 2, outcome, heard, SECOND);
  }

  @Test
  void anInterruptedReplyIsCutToWhatWasHeardAndSaysSoOnce() {
    try (var world = open()) {
      Room room = world.joined();
      SimulatedPerson ann = world.person("1");
      room.publish(new ReplyEvent.Text(AT, 2, "Our story begins long ago."));
      room.publish(ended(ReplyOutcome.INTERRUPTED, "Our story"));
      world.pass(SECOND);
      assertThat(read(ann))
          .filteredOn(each -> each.path("object").asText().equals("message.interrupt"))
          .singleElement()
          .matches(each -> each.path("turn_id").asInt() == 2);
      JsonNode last = read(ann).get(read(ann).size() - 1);
      assertThat(last.path("text").asText()).isEqualTo("Our story");
      assertThat(last.path("turn_status").asInt()).isEqualTo(2);
    }
  }

  @Test
  void aReplyOfWhichNobodyHasReadIsNotMentioned() {
    try (var world = open()) {
      Room room = world.joined();
      SimulatedPerson ann = world.person("1");
      room.publish(ended(ReplyOutcome.DISCARDED, ""));
      room.publish(
          new SessionEvent.StateChanged(AT, AgentState.LISTENING, AgentState.THINKING, "test"));
      world.pass(SECOND);
      assertThat(ann.messages()).isEmpty();
    }
  }

  @Test
  void aLongTextIsCutIntoPartsAndPutTogetherAgain() {
    try (var world = open()) {
      Room room = world.joined();
      SimulatedPerson ann = world.person("1");
      String text = "Füße & ☕ ".repeat(500);
      room.publish(new TurnEvent.Ended(AT, "1", 1, text, TurnEvent.By.VAD));
      world.pass(Duration.ofSeconds(10));
      assertThat(read(ann)).extracting(each -> each.path("text").asText()).containsOnly(text);
      assertThat(ann.messages()).allMatch(each -> each.data().length <= 1_000);
    }
  }

  @Test
  void theEndOfATurnArrivesThroughABadNetwork() {
    try (var world = open()) {
      Room room = world.joined();
      SimulatedPerson ann = world.person("1");
      world.connection().network(NetworkConditions.PERFECT.withLoss(0.05));
      for (int i = 1; i <= 40; i++) {
        room.publish(new TurnEvent.Ended(AT, "1", i, "number " + i, TurnEvent.By.VAD));
        world.pass(Duration.ofMillis(200));
      }
      world.pass(SECOND);
      assertThat(texts(ann)).hasSizeGreaterThanOrEqualTo(39);
    }
  }

  @Test
  void peopleWithNamesHaveANumberOfTheirOwn() {
    var form = new ToolkitForm("bot");
    var ann = new TurnEvent.Interim(AT, "ann", 1, "hello");
    var bob = new TurnEvent.Interim(AT, "bob", 1, "hello");
    assertThat(stream(form, ann)).isPositive().isNotEqualTo(stream(form, bob));
  }

  private static long stream(ToolkitForm form, TurnEvent event) {
    try {
      return JSON.readTree(form.of(event).get(0).json()).path("stream_id").asLong();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
