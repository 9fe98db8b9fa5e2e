package dev.parley.agora;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agora.simulator.SimulatedAgora;
import dev.parley.agora.simulator.SimulatedPerson;
import dev.parley.agora.simulator.audio.SpeechClip;
import dev.parley.audio.AudioFrame;
import dev.parley.spi.CloseReason;
import dev.parley.spi.Participant;
import dev.parley.spi.Room;
import dev.parley.spi.RoomListener;
import dev.parley.spi.RoomRequest;
import dev.parley.testkit.TestContexts;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The transport in real time, where the SDK has threads of its own. */
class RealThreadsTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Set<String> threads = ConcurrentHashMap.newKeySet();
  private final CountDownLatch opened = new CountDownLatch(1);
  private final CountDownLatch joined = new CountDownLatch(1);
  private final CountDownLatch frames = new CountDownLatch(50);
  private final CountDownLatch closed = new CountDownLatch(1);

  private final RoomListener listener =
      new RoomListener() {
        @Override
        public void onOpened() {
          note(opened);
        }

        @Override
        public void onParticipantJoined(Participant participant) {
          note(joined);
        }

        @Override
        public void onAudio(String participantId, AudioFrame frame) {
          note(frames);
        }

        @Override
        public void onClosed(CloseReason reason) {
          note(closed);
        }
      };

  private void note(CountDownLatch latch) {
    threads.add(Thread.currentThread().getName());
    latch.countDown();
  }

  private static void await(CountDownLatch latch) throws InterruptedException {
    assertThat(latch.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void nothingOfTheEngineRunsOnTheSdksThreads() throws InterruptedException {
    try (var agora = SimulatedAgora.open()) {
      var transport = AgoraWorld.transport().build();
      Room room =
          transport.open(
              RoomRequest.builder().room("real").context(TestContexts.realTime()).build(),
              listener);
      await(opened);
      SimulatedPerson ann = agora.channel("real").join("1");
      await(joined);
      ann.say(SpeechClip.tone(440, Duration.ofSeconds(1)));
      await(frames);
      for (int i = 0; i < 5; i++) {
        room.offer(AgoraWorld.tone());
      }
      agora.await("the voice", () -> ann.heard("9999").sound().toMillis() >= 80, LIMIT);
      transport.close();
      await(closed);
      assertThat(transport.awaitReleased(LIMIT)).isTrue();
      assertThat(threads).allMatch(name -> name.startsWith("parley-test-blocking"));
    }
  }
}
