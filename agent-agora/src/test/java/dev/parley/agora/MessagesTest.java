package dev.parley.agora;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.ReplyEvent;
import dev.parley.SessionEvent;
import dev.parley.TurnEvent;
import dev.parley.agora.simulator.ReceivedMessage;
import dev.parley.agora.simulator.SimulatedPerson;
import dev.parley.agora.simulator.settings.DataLimits;
import dev.parley.agora.simulator.settings.NetworkConditions;
import dev.parley.agora.simulator.settings.SimulatorOptions;
import dev.parley.spi.Room;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Captions and other data messages, as a client in the channel reads them. */
class MessagesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration AT = Duration.ofMillis(1_500);

  private static List<JsonNode> read(SimulatedPerson person) {
    var reader = new PacketReader();
    var messages = new ArrayList<JsonNode>();
    for (ReceivedMessage each : person.messages()) {
      byte[] json = reader.accept(each.data());
      if (json != null) {
        messages.add(parsed(json));
      }
    }
    return messages;
  }

  private static JsonNode parsed(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void captionsArriveAsTheyStandInEventLogs() {
    try (var world = AgoraWorld.open()) {
      Room room = world.joined();
      SimulatedPerson ann = world.person("1");
      room.publish(new TurnEvent.Final(AT, "1", 3, "two coffees, please"));
      world.pass(Duration.ofSeconds(1));
      JsonNode caption = read(ann).get(0);
      assertThat(caption.path("event").asText()).isEqualTo("turn.final");
      assertThat(caption.path("t").asDouble()).isEqualTo(1.5);
      assertThat(caption.path("who").asText()).isEqualTo("1");
      assertThat(caption.path("text").asText()).isEqualTo("two coffees, please");
    }
  }

  @Test
  void aLongTextIsCutIntoPacketsAndPutTogetherAgain() {
    try (var world = AgoraWorld.open()) {
      Room room = world.joined();
      SimulatedPerson ann = world.person("1");
      String text = "Füße & ☕ ".repeat(1_000);
      room.publish(new ReplyEvent.Text(AT, 1, text));
      world.pass(Duration.ofSeconds(10));
      assertThat(read(ann)).extracting(each -> each.path("text").asText()).containsExactly(text);
      assertThat(ann.messages()).allMatch(each -> each.data().length <= 1_000);
    }
  }

  @Test
  void whatMattersArrivesThroughABadNetworkOnceAndInPieces() {
    try (var world = AgoraWorld.open()) {
      Room room = world.joined();
      SimulatedPerson ann = world.person("1");
      world.connection().network(NetworkConditions.PERFECT.withLoss(0.05));
      for (int i = 0; i < 40; i++) {
        room.publish(new TurnEvent.Final(AT, "1", i, "number " + i));
        world.pass(Duration.ofMillis(200));
      }
      world.pass(Duration.ofSeconds(5));
      assertThat(read(ann)).extracting(each -> each.path("turn").asInt()).doesNotHaveDuplicates();
      assertThat(read(ann)).hasSizeGreaterThanOrEqualTo(39);
    }
  }

  @Test
  void agorasLimitsAreKeptHoweverMuchThereIsToSay() {
    try (var world =
        AgoraWorld.open(
            SimulatorOptions.builder().dataLimits(DataLimits.CURRENT),
            AgoraWorld.transport().messages(AgoraMessages.ALL))) {
      Room room = world.joined();
      SimulatedPerson ann = world.person("1");
      for (int i = 0; i < 60; i++) {
        room.publish(new TurnEvent.Interim(AT, "1", 1, "x".repeat(500)));
        room.publish(new TurnEvent.Final(AT, "1", i, "y".repeat(500)));
      }
      world.pass(Duration.ofSeconds(20));
      assertThat(read(ann))
          .filteredOn(each -> each.path("event").asText().equals("turn.final"))
          .hasSize(60);
      assertThat(read(ann))
          .filteredOn(each -> each.path("event").asText().equals("turn.interim"))
          .as("only those that were still true when there was time")
          .hasSizeLessThan(10);
    }
  }

  @Test
  void measurementsAreNoCaptions() {
    try (var world = AgoraWorld.open()) {
      Room room = world.joined();
      SimulatedPerson ann = world.person("1");
      room.publish(new SessionEvent.Measured(AT, "some.metric", 1));
      world.pass(Duration.ofSeconds(1));
      assertThat(ann.messages()).isEmpty();
    }
  }

  @Test
  void peopleCanTypeAndPressATalkButton() {
    try (var world = AgoraWorld.open()) {
      world.joined();
      SimulatedPerson ann = world.person("1");
      world.heard.log().awaitCall("joined", 1);
      send(ann, 1, "{\"type\":\"text\",\"text\":\"hello\"}");
      send(ann, 2, "{\"type\":\"talk\",\"pressed\":true}");
      world.heard.log().awaitCall("talkButton", 1);
      assertThat(world.heard.texts()).containsExactly("hello");
    }
  }

  @Test
  void whatIsNoPacketOfOursIsLeftAlone() {
    try (var world = AgoraWorld.open()) {
      world.joined();
      SimulatedPerson ann = world.person("1");
      world.heard.log().awaitCall("joined", 1);
      ann.send("hello".getBytes(StandardCharsets.UTF_8));
      ann.send(new byte[] {'P', 'Y', 1, 1, 0, 0, 0, 1, 0, 9, 0, 2, 'x'});
      send(ann, 3, "no json");
      send(ann, 4, "{\"type\":\"dance\"}");
      world.pass(Duration.ofSeconds(1));
      assertThat(world.heard.texts()).isEmpty();
      assertThat(world.heard.log().errors()).isEmpty();
    }
  }

  private static void send(SimulatedPerson from, int number, String json) {
    Packets.of(number, json.getBytes(StandardCharsets.UTF_8)).forEach(from::send);
  }
}
