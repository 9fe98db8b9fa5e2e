package dev.parley.agora.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agora.simulator.settings.NetworkConditions;
import io.agora.rtc.AgoraService;
import io.agora.rtc.Constants;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DataMessageTest {
  private static final Duration SOON = Duration.ofMillis(100);

  private final SimulatedAgora agora = SimulatedAgora.openManual();
  private final SimulatedPerson alice = agora.channel("room").join("1");

  @AfterEach
  void closeAgora() {
    agora.close();
  }

  private Bot joined() {
    Bot bot = Bot.create();
    bot.connect("room", "9999");
    agora.advance(SOON);
    return bot;
  }

  private static int send(Bot bot, String text) {
    return bot.conn.sendStreamMessage(text.getBytes(UTF_8));
  }

  @Test
  void messagesTravelBothWays() {
    try (Bot bot = joined()) {
      assertThat(send(bot, "hello")).isZero();
      alice.send("welcome".getBytes(UTF_8));
      agora.advance(SOON);
      assertThat(alice.messages())
          .singleElement()
          .matches(m -> m.from().equals("9999") && m.text().equals("hello"));
      assertThat(bot.events).contains("message 1 welcome");
    }
  }

  @Test
  void twoConnectionsExchangeMessages() {
    AgoraService service = Bot.newService();
    try (Bot first = Bot.on(service, Constants.AUDIO_SCENARIO_AI_SERVER);
        Bot second = Bot.on(service, Constants.AUDIO_SCENARIO_AI_SERVER)) {
      first.connect("room", "10");
      second.connect("room", "20");
      agora.advance(SOON);
      send(first, "ping");
      send(second, "pong");
      agora.advance(SOON);
      assertThat(first.events).contains("message 20 pong").doesNotContain("message 10 ping");
      assertThat(second.events).contains("message 10 ping");
    }
    service.destroy();
  }

  @Test
  void moreThanAKilobyteIsRefused() {
    try (Bot bot = joined()) {
      assertThat(bot.conn.sendStreamMessage(new byte[1_024])).isZero();
      assertThat(bot.conn.sendStreamMessage(new byte[1_025])).isEqualTo(-114);
      assertThat(bot.conn.sendStreamMessage(new byte[0])).isEqualTo(-2);
      assertThat(bot.conn.sendStreamMessage(null)).isEqualTo(-2);
    }
  }

  @Test
  void moreThanSixtyASecondAreRefusedUntilTheSecondIsOver() {
    try (Bot bot = joined()) {
      List<Integer> codes = IntStream.range(0, 61).mapToObj(i -> send(bot, "m" + i)).toList();
      assertThat(codes.subList(0, 60)).containsOnly(0);
      assertThat(codes.get(60)).isEqualTo(-115);
      agora.advance(Duration.ofSeconds(1));
      assertThat(send(bot, "again")).isZero();
    }
  }

  @Test
  void moreThanThirtyKilobytesASecondAreRefused() {
    try (Bot bot = joined()) {
      for (int i = 0; i < 30; i++) {
        assertThat(bot.conn.sendStreamMessage(new byte[1_024])).isZero();
      }
      assertThat(bot.conn.sendStreamMessage(new byte[1])).isEqualTo(-115);
      agora.advance(Duration.ofSeconds(1));
      assertThat(bot.conn.sendStreamMessage(new byte[1])).isZero();
    }
  }

  @Test
  void audienceAndStrangersMayNotSend() {
    try (Bot bot = Bot.audience()) {
      assertThat(send(bot, "too early")).isEqualTo(-113);
      bot.connect("room", "9999");
      agora.advance(SOON);
      assertThat(send(bot, "as audience")).isEqualTo(-119);
      alice.send("heard".getBytes(UTF_8));
      agora.advance(SOON);
      assertThat(bot.events).contains("message 1 heard");
    }
    assertThat(alice.messages()).isEmpty();
  }

  @Test
  void aLostMessageIsReportedToTheReceiver() {
    try (Bot bot = joined()) {
      alice.network(NetworkConditions.PERFECT.withLoss(1));
      alice.send("lost".getBytes(UTF_8));
      agora.advance(SOON);
      assertThat(bot.events).contains("message lost 1 117").doesNotContain("message 1 lost");
    }
  }

  @Test
  void someMessagesAreOvertaken() {
    try (Bot bot = joined()) {
      alice.network(NetworkConditions.PERFECT.withReorder(0.5));
      for (int i = 0; i < 20; i++) {
        alice.send(("n" + i).getBytes(UTF_8));
        agora.advance(Duration.ofMillis(10));
      }
      agora.advance(SOON);
      List<String> received = bot.events.stream().filter(e -> e.startsWith("message")).toList();
      assertThat(received).hasSize(20).isNotEqualTo(sent());
      assertThat(received).containsExactlyInAnyOrderElementsOf(sent());
    }
  }

  private static List<String> sent() {
    return IntStream.range(0, 20).mapToObj(i -> "message 1 n" + i).toList();
  }

  @Test
  void latencyDelaysMessages() {
    try (Bot bot = joined()) {
      agora.channel("room").network(NetworkConditions.delayed(Duration.ofMillis(200)));
      send(bot, "slow");
      agora.advance(Duration.ofMillis(199));
      assertThat(alice.messages()).isEmpty();
      agora.advance(Duration.ofMillis(1));
      assertThat(alice.messages()).hasSize(1);
    }
  }

  @Test
  void aListenerHearsOfMessages() {
    StringBuilder heard = new StringBuilder();
    alice.onMessage((from, data) -> heard.append(from).append(new String(data, UTF_8)));
    try (Bot bot = joined()) {
      send(bot, "x");
      agora.advance(SOON);
    }
    assertThat(heard).hasToString("9999x");
  }
}
