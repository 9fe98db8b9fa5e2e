package dev.parley.testkit;

import dev.parley.audio.AudioFrame;
import dev.parley.spi.PluginContext;
import dev.parley.spi.Transport;
import dev.parley.testkit.contract.FarEnd;
import dev.parley.testkit.contract.TransportContract;
import java.time.Duration;

class FakeTransportContractTest extends TransportContract {
  private final ManualClock clock = new ManualClock();
  private final FakeTransport transport =
      FakeTransport.builder(Talk.of()).buffer(Duration.ofMillis(120)).build();

  @Override
  protected Transport newEngine() {
    return transport;
  }

  @Override
  protected PluginContext newContext() {
    return TestContexts.under(clock);
  }

  @Override
  protected FarEnd enter(String room, String name) {
    FakeRoom entered =
        transport.rooms().stream()
            .filter(each -> each.name().equals(room))
            .reduce((first, last) -> last)
            .orElseThrow();
    entered.letJoin(name);
    return new Visitor(entered, name);
  }

  private record Visitor(FakeRoom room, String participantId) implements FarEnd {
    @Override
    public void speak(AudioFrame frame) {
      room.letSound(participantId, frame);
    }

    @Override
    public Duration heard() {
      return room.heard().stream()
          .map(frame -> frame.to().minus(frame.from()))
          .reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public void leave() {
      room.letLeave(participantId);
    }
  }
}
