package dev.parley.agora.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agora.simulator.settings.SimulatorOptions;
import dev.parley.agora.simulator.strict.Violation;
import dev.parley.agora.simulator.strict.ViolationKind;
import dev.parley.agora.simulator.time.ManualTime;
import io.agora.rtc.AgoraLocalUser;
import io.agora.rtc.AgoraRtcConn;
import io.agora.rtc.AgoraService;
import io.agora.rtc.AgoraServiceConfig;
import io.agora.rtc.AudioFrame;
import io.agora.rtc.Constants;
import io.agora.rtc.IAudioFrameObserver;
import io.agora.rtc.IRtcConnObserver;
import io.agora.rtc.RtcConnInfo;
import io.agora.rtc.VadProcessResult;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StrictnessTest {
  private static final Duration SOON = Duration.ofMillis(100);

  private SimulatedAgora agora = SimulatedAgora.openManual();

  @AfterEach
  void closeAgora() {
    agora.close();
  }

  private List<Violation> taken(ViolationKind kind) {
    return agora.strictness().take(kind);
  }

  private static IRtcConnObserver onConnected(Runnable body) {
    return new IRtcConnObserver() {
      @Override
      public void onConnected(AgoraRtcConn conn, RtcConnInfo info, int reason) {
        body.run();
      }
    };
  }

  @Test
  void aPushAfterDestroyFailsTheTest() {
    Bot bot = Bot.create();
    bot.connect("room", "9999");
    agora.advance(SOON);
    bot.close();
    assertThat(bot.push(new byte[320])).isEqualTo(-7);
    assertThat(bot.conn.getConnInfo()).isNull();
    assertThat(bot.conn.getLocalUser().subscribeAllAudio()).isEqualTo(-7);
    assertThatThrownBy(() -> agora.strictness().assertClean())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("USE_AFTER_DESTROY in AgoraRtcConn#1.pushAudioPcmData");
    assertThat(taken(ViolationKind.USE_AFTER_DESTROY)).hasSize(3);
  }

  @Test
  void closingWithViolationsFailsTheTest() {
    Bot bot = Bot.create();
    bot.close();
    bot.push(new byte[320]);
    assertThatThrownBy(() -> agora.close()).isInstanceOf(AssertionError.class);
    agora.strictness().take(ViolationKind.USE_AFTER_DESTROY);
  }

  @Test
  void anEscapedExceptionFailsTheTestAndTheOthersStillHear() {
    try (Bot bot = Bot.create()) {
      RuntimeException thrown = new IllegalStateException("oops");
      bot.conn.registerObserver(
          onConnected(
              () -> {
                throw thrown;
              }));
      bot.connect("room", "9999");
      agora.advance(SOON);
      assertThat(taken(ViolationKind.ESCAPED_EXCEPTION))
          .singleElement()
          .matches(violation -> thrown.equals(violation.cause()))
          .matches(violation -> violation.where().equals("AgoraRtcConn#1.onConnected"));
    }
  }

  @Test
  void aCallbackThatIsHeldTooLongFailsTheTest() {
    agora.close();
    agora =
        SimulatedAgora.open(
            SimulatorOptions.builder()
                .time(new ManualTime())
                .callbackLimit(Duration.ofMillis(50))
                .build());
    try (Bot bot = Bot.create()) {
      bot.conn.registerObserver(onConnected(StrictnessTest::waitInVain));
      bot.connect("room", "9999");
      agora.advance(SOON);
      assertThat(taken(ViolationKind.BLOCKED_CALLBACK))
          .singleElement()
          .matches(violation -> violation.where().equals("AgoraRtcConn#1.onConnected"));
      assertThat(agora.callbackTimes().longest().orElseThrow().waited())
          .isGreaterThanOrEqualTo(Duration.ofMillis(50));
    }
  }

  private static void waitInVain() {
    try {
      new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aCallbackThatNeverReturnsIsFoundAtTheEnd() {
    agora.close();
    agora =
        SimulatedAgora.open(SimulatorOptions.builder().callbackLimit(Duration.ofMillis(1)).build());
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    Bot bot = Bot.create();
    bot.conn.registerObserver(
        onConnected(
            () -> {
              entered.countDown();
              awaitUninterrupted(never);
            }));
    bot.connect("room", "9999");
    awaitUninterrupted(entered);
    assertThatThrownBy(() -> agora.close())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("onConnected: did not return in time");
    never.countDown();
    agora.strictness().take(ViolationKind.BLOCKED_CALLBACK);
    agora.strictness().take(ViolationKind.LEAKED);
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void audioMayBeToldAtTheSameTimeAsTheRestWhenAskedFor() {
    agora.close();
    agora =
        SimulatedAgora.open(
            SimulatorOptions.builder()
                .concurrentCallbacks(true)
                .callbackLimit(Duration.ofSeconds(30))
                .build());
    CountDownLatch joined = new CountDownLatch(1);
    CountDownLatch entered = new CountDownLatch(1);
    agora.channel("room").join("1");
    try (Bot bot = Bot.create().listen()) {
      bot.conn.registerAudioFrameObserver(
          new IAudioFrameObserver() {
            @Override
            public int onPlaybackAudioFrameBeforeMixing(
                AgoraLocalUser user,
                String room,
                String uid,
                AudioFrame frame,
                VadProcessResult vad) {
              entered.countDown();
              awaitUninterrupted(joined);
              return 1;
            }
          },
          false,
          null);
      bot.connect("room", "9999");
      awaitUninterrupted(entered);
      agora.channel("room").join("2");
      agora.await("joined", () -> bot.events.contains("joined 2"), Duration.ofSeconds(30));
      joined.countDown();
    }
  }

  @Test
  void callbackTimesAreMeasuredForEachCallback() {
    try (Bot bot = Bot.create().listen()) {
      agora.channel("room").join("1");
      bot.connect("room", "9999");
      agora.advance(Duration.ofSeconds(1));
      assertThat(agora.callbackTimes().counts())
          .containsEntry("onConnected", 1L)
          .hasEntrySatisfying(
              "onPlaybackAudioFrameBeforeMixing", count -> assertThat(count).isGreaterThan(90));
      assertThat(agora.callbackTimes().longest().orElseThrow().held()).isPositive();
      assertThat(agora.callbackTimes().longerThan(Duration.ofDays(1))).isEmpty();
      assertThat(agora.callbackTimes().longerThan(Duration.ZERO))
          .hasSizeLessThanOrEqualTo(256)
          .allMatch(hold -> hold.owner().equals("AgoraRtcConn#1") && hold.nth() > 0);
      agora.callbackTimes().reset();
      assertThat(agora.callbackTimes().longest()).isEmpty();
    }
  }

  @Test
  void callingTheSdkFromACallbackFailsTheTest() {
    try (Bot bot = Bot.create()) {
      bot.conn.registerObserver(onConnected(() -> bot.conn.publishAudio()));
      bot.connect("room", "9999");
      agora.advance(SOON);
      assertThat(taken(ViolationKind.SDK_CALL_IN_CALLBACK))
          .singleElement()
          .matches(violation -> violation.where().endsWith(".publishAudio"));
    }
  }

  @Test
  void readingTheStateInACallbackIsFineAsAgorasExamplesDoIt() {
    try (Bot bot = Bot.create()) {
      AtomicReference<RtcConnInfo> read = new AtomicReference<>();
      bot.conn.registerObserver(onConnected(() -> read.set(bot.conn.getConnInfo())));
      bot.connect("room", "9999");
      agora.advance(SOON);
      assertThat(read.get().getLocalUserId()).isEqualTo("9999");
    }
  }

  @Test
  void destroyingInACallbackFailsTheTestButDoesNotHang() {
    Bot bot = Bot.create();
    bot.conn.registerObserver(onConnected(() -> bot.conn.destroy()));
    bot.connect("room", "9999");
    agora.advance(SOON);
    assertThat(taken(ViolationKind.SDK_CALL_IN_CALLBACK)).hasSize(1);
    bot.service.destroy();
  }

  @Test
  void initialisingTwiceFailsTheTest() {
    AgoraService service = Bot.newService();
    AgoraServiceConfig config = new AgoraServiceConfig();
    config.setAppId(Bot.APP_ID);
    assertThat(service.initialize(config)).isNegative();
    assertThat(taken(ViolationKind.DOUBLE_INITIALIZE)).hasSize(1);
    service.destroy();
  }

  @Test
  void twoServicesAtOnceFailTheTestAndStillWork() {
    AgoraService first = Bot.newService();
    AgoraService second = Bot.newService();
    assertThat(taken(ViolationKind.SECOND_SERVICE)).hasSize(1);
    try (Bot bot = Bot.on(second, Constants.AUDIO_SCENARIO_AI_SERVER)) {
      bot.connect("room", "1");
      agora.advance(SOON);
      assertThat(bot.events).contains("connected 1 1");
    }
    first.destroy();
    second.destroy();
  }

  @Test
  void destroyingAServiceBeforeItsConnectionsFailsTheTest() {
    Bot bot = Bot.create();
    bot.connect("room", "9999");
    agora.advance(SOON);
    bot.service.destroy();
    assertThat(taken(ViolationKind.SERVICE_DESTROYED_WITH_CONNECTIONS)).hasSize(1);
    assertThat(agora.channel("room").users()).isEmpty();
    bot.conn.destroy();
  }

  @Test
  void destroyingWhileConnectingFailsTheTest() {
    Bot bot = Bot.create();
    bot.connect("room", "9999");
    bot.conn.destroy();
    assertThat(taken(ViolationKind.DESTROY_WHILE_CONNECTING)).hasSize(1);
    agora.advance(SOON);
    assertThat(bot.events).isEmpty();
    bot.service.destroy();
  }

  @Test
  void destroyingWhileAnotherThreadIsInACallFailsTheTest() {
    Bot bot = Bot.create();
    Thread pusher = new Thread(() -> bot.push(new byte[320]));
    // The condition is asked under the simulator's lock, so the push cannot end meanwhile.
    agora.await(
        "destroyed",
        () -> {
          pusher.start();
          while (pusher.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
          }
          bot.conn.destroy();
          return true;
        },
        Duration.ofSeconds(30));
    join(pusher);
    assertThat(taken(ViolationKind.CALL_DURING_DESTROY)).hasSize(1);
    assertThat(taken(ViolationKind.USE_AFTER_DESTROY)).hasSize(1);
    bot.service.destroy();
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void disconnectingFirstIsFine() {
    Bot bot = Bot.create();
    bot.connect("room", "9999");
    bot.conn.disconnect();
    bot.conn.destroy();
    bot.conn.destroy();
    bot.service.destroy();
    assertThat(agora.strictness().violations()).isEmpty();
  }

  @Test
  void whatIsLeftBehindFailsTheTest() {
    Bot bot = Bot.create();
    bot.connect("room", "9999");
    agora.advance(SOON);
    assertThatThrownBy(() -> agora.close())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("LEAKED");
    agora.strictness().take(ViolationKind.LEAKED);
  }

  @Test
  void aKindCanBeAllowed() {
    agora.strictness().allow(ViolationKind.USE_AFTER_DESTROY);
    Bot bot = Bot.create();
    bot.close();
    bot.push(new byte[320]);
    assertThat(agora.strictness().violations()).isEmpty();
  }

  @Test
  void onlyOneCanBeOpen() {
    assertThatThrownBy(SimulatedAgora::open)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("close it first");
  }

  @Test
  void theStandingOneIsThereWhenNoneIsOpen() {
    agora.close();
    SimulatedAgora standing = SimulatedAgora.current();
    standing.close();
    assertThat(SimulatedAgora.current().connections()).isEmpty();
    agora = SimulatedAgora.openManual();
  }
}
