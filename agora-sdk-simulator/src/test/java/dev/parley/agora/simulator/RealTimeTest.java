package dev.parley.agora.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agora.simulator.audio.SpeechClip;
import dev.parley.agora.simulator.settings.SimulatorOptions;
import dev.parley.agora.simulator.settings.Timings;
import io.agora.rtc.AgoraLocalUser;
import io.agora.rtc.AgoraRtcConn;
import io.agora.rtc.AgoraService;
import io.agora.rtc.AudioFrame;
import io.agora.rtc.Constants;
import io.agora.rtc.IAudioFrameObserver;
import io.agora.rtc.IRtcConnObserver;
import io.agora.rtc.RtcConnInfo;
import io.agora.rtc.VadProcessResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With real time and real threads; every wait has a generous bound. */
class RealTimeTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  // Generous, because what is tested here must not depend on how busy the machine is.
  private final SimulatedAgora agora =
      SimulatedAgora.open(
          SimulatorOptions.builder()
              .timings(Timings.DEFAULT.withJoin(Duration.ofMillis(1)))
              .callbackLimit(LONG)
              .build());

  @AfterEach
  void closeAgora() {
    agora.close();
    awaitNoThreads();
  }

  private static void awaitNoThreads() {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("agora-simulator")) {
        join(thread);
        assertThat(thread.isAlive()).as(thread.getName()).isFalse();
      }
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join(LONG.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void twoConnectionsExchangeAudioAndMessages() {
    AgoraService service = Bot.newService();
    byte[] tone = SpeechClip.tone(440, Duration.ofMillis(300)).pcm();
    try (Bot first = Bot.on(service, Constants.AUDIO_SCENARIO_AI_SERVER).listen();
        Bot second = Bot.on(service, Constants.AUDIO_SCENARIO_AI_SERVER).listen()) {
      first.connect("room", "10");
      second.connect("room", "20");
      first.conn.publishAudio();
      agora.channel("room").awaitConnection("10", LONG);
      agora.channel("room").awaitConnection("20", LONG);
      first.push(tone);
      second.conn.sendStreamMessage("hi".getBytes(UTF_8));
      agora.await("the tone", () -> second.heard("10").length == tone.length, LONG);
      agora.await("the message", () -> first.events.contains("message 20 hi"), LONG);
      assertThat(second.heard("10")).isEqualTo(tone);
    }
    service.destroy();
  }

  @Test
  void callbacksComeOnThreadsOfTheSdk() {
    Set<String> threads = ConcurrentHashMap.newKeySet();
    agora.channel("room").join("1");
    try (Bot bot = Bot.create().listen()) {
      bot.conn.registerObserver(
          new IRtcConnObserver() {
            @Override
            public void onConnected(AgoraRtcConn conn, RtcConnInfo info, int reason) {
              threads.add(Thread.currentThread().getName());
            }
          });
      bot.conn.registerAudioFrameObserver(
          frames(() -> threads.add(Thread.currentThread().getName())), false, null);
      bot.connect("room", "9999");
      agora.await("both threads", () -> threads.size() == 2, LONG);
    }
    assertThat(threads)
        .containsExactlyInAnyOrder(
            "agora-simulator-AgoraRtcConn#1-events", "agora-simulator-AgoraRtcConn#1-audio");
  }

  private static IAudioFrameObserver frames(Runnable body) {
    return new IAudioFrameObserver() {
      @Override
      public int onPlaybackAudioFrameBeforeMixing(
          AgoraLocalUser user, String channel, String uid, AudioFrame frame, VadProcessResult vad) {
        body.run();
        return 1;
      }
    };
  }

  @Test
  void noFrameComesAfterDisconnectHasReturned() {
    agora.channel("room").join("1");
    AtomicInteger frames = new AtomicInteger();
    try (Bot bot = Bot.create().listen()) {
      bot.conn.registerAudioFrameObserver(frames(frames::incrementAndGet), false, null);
      bot.connect("room", "9999");
      agora.await("frames", () -> frames.get() > 3, LONG);
      bot.conn.disconnect();
      int after = frames.get();
      agora.await("the end", () -> bot.events.contains("disconnected 5"), LONG);
      assertThat(frames.get()).isEqualTo(after);
    }
  }

  @Test
  void destroyWaitsForTheCallbackThatRuns() {
    agora.channel("room").join("1");
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    AtomicBoolean returned = new AtomicBoolean();
    Bot bot = Bot.create().listen();
    bot.conn.registerAudioFrameObserver(
        frames(
            () -> {
              entered.countDown();
              await(release);
              returned.set(true);
            }),
        false,
        null);
    bot.connect("room", "9999");
    await(entered);
    Thread releaser = new Thread(release::countDown);
    releaser.start();
    bot.conn.destroy();
    assertThat(returned).isTrue();
    bot.service.destroy();
    join(releaser);
  }

  @Test
  void aBlockedCallbackDelaysEverythingOfItsConnection() {
    agora.channel("room").join("1");
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch entered = new CountDownLatch(1);
    try (Bot bot = Bot.create().listen()) {
      bot.conn.registerAudioFrameObserver(
          frames(
              () -> {
                entered.countDown();
                await(release);
              }),
          false,
          null);
      bot.connect("room", "9999");
      await(entered);
      agora.channel("room").join("2");
      assertThat(bot.events).doesNotContain("joined 2");
      release.countDown();
      agora.await("joined", () -> bot.events.contains("joined 2"), LONG);
    }
  }

  @Test
  void threeHundredJoinsAndLeavesLeaveNoThreadBehind() {
    AgoraService service = Bot.newService();
    agora.channel("room").join("1");
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    for (int i = 0; i < 300; i++) {
      try (Bot bot = Bot.on(service, Constants.AUDIO_SCENARIO_AI_SERVER).listen()) {
        bot.connect("room", String.valueOf(1_000 + i));
        agora.await("joined", () -> bot.events.contains("joined 1"), LONG);
      }
    }
    service.destroy();
    List<String> left = new ArrayList<>();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (!before.contains(thread) && thread.getName().contains("AgoraRtcConn")) {
        left.add(thread.getName());
      }
    }
    assertThat(left).isEmpty();
    assertThat(agora.connections()).isEmpty();
    assertThat(agora.channel("room").users()).containsExactly("1");
  }
}
