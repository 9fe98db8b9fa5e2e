package dev.parley.agora;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agora.simulator.SimulatedAgora;
import dev.parley.agora.simulator.SimulatedPerson;
import dev.parley.agora.simulator.audio.SpeechClip;
import dev.parley.agora.simulator.settings.SimulatorOptions;
import dev.parley.audio.AudioFrame;
import dev.parley.spi.PluginContext;
import dev.parley.testkit.ManualClock;
import dev.parley.testkit.contract.FarEnd;
import dev.parley.testkit.contract.TransportContract;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;

/** The contract of transports, over a simulated Agora in manual time. */
class AgoraTransportContractTest extends TransportContract {
  private final ManualClock time = new ManualClock();
  private final SimulatedAgora agora =
      SimulatedAgora.open(SimulatorOptions.builder().time(new ClockTime(time)).build());
  private final AtomicInteger uids = new AtomicInteger(1_000);

  @Override
  protected AgoraTransport newEngine() {
    return AgoraWorld.transport().build();
  }

  @Override
  protected PluginContext newContext() {
    return ClockTime.context(time);
  }

  @Override
  protected FarEnd enter(String room, String name) {
    return new Person(agora.channel(room).join(Integer.toString(uids.incrementAndGet())), "9999");
  }

  @AfterEach
  void closeAgora() throws InterruptedException {
    var transport = (AgoraTransport) engine();
    transport.close();
    time.advance(Duration.ofSeconds(5));
    assertThat(transport.awaitReleased(Duration.ZERO)).isTrue();
    agora.close();
  }

  private record Person(SimulatedPerson person, String agent) implements FarEnd {
    @Override
    public String participantId() {
      return person.uid();
    }

    @Override
    public void speak(AudioFrame frame) {
      person.say(
          SpeechClip.ofPcm(
              frame.toByteArray(), frame.format().sampleRateHz(), frame.format().channels()));
    }

    @Override
    public Duration heard() {
      return person.heard(agent).sound();
    }

    @Override
    public void leave() {
      person.leave();
    }
  }
}
