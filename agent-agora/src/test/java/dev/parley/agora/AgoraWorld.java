package dev.parley.agora;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agora.simulator.SimulatedAgora;
import dev.parley.agora.simulator.SimulatedConnection;
import dev.parley.agora.simulator.SimulatedPerson;
import dev.parley.agora.simulator.settings.SimulatorOptions;
import dev.parley.audio.AudioFrame;
import dev.parley.spi.PluginContext;
import dev.parley.spi.Room;
import dev.parley.spi.RoomRequest;
import dev.parley.testkit.ManualClock;
import dev.parley.testkit.RecordingRoomListener;
import java.time.Duration;
import java.util.Arrays;

/** A simulated Agora and a transport in one manual time; closing it checks that nothing is left. */
final class AgoraWorld implements AutoCloseable {
  static final String APP_ID = "0123456789abcdef0123456789abcdef";
  static final String CERTIFICATE = "fedcba9876543210fedcba9876543210";
  static final String CHANNEL = "demo";
  static final String AGENT = "9999";
  static final Duration FRAME = Duration.ofMillis(20);

  final ManualClock clock = new ManualClock();
  final SimulatedAgora agora;
  final AgoraTransport transport;
  final PluginContext context = ClockTime.context(clock);
  final RecordingRoomListener heard = new RecordingRoomListener(clock);

  private AgoraWorld(SimulatorOptions.Builder options, AgoraTransport.Builder transport) {
    this.agora = SimulatedAgora.open(options.time(new ClockTime(clock)).build());
    this.transport = transport.build();
  }

  static AgoraTransport.Builder transport() {
    return AgoraTransport.builder(APP_ID);
  }

  static AgoraWorld open() {
    return open(transport());
  }

  static AgoraWorld open(AgoraTransport.Builder transport) {
    return new AgoraWorld(SimulatorOptions.builder(), transport);
  }

  static AgoraWorld open(SimulatorOptions.Builder options, AgoraTransport.Builder transport) {
    return new AgoraWorld(options, transport);
  }

  Room enter() {
    return enter(CHANNEL, heard, false);
  }

  Room enter(String channel, RecordingRoomListener listener, boolean observer) {
    return transport.open(
        RoomRequest.builder().room(channel).observer(observer).context(context).build(), listener);
  }

  /** Enters and waits until the agent is in. */
  Room joined() {
    Room room = enter();
    heard.log().awaitCall("opened", 1);
    return room;
  }

  SimulatedPerson person(String uid) {
    return agora.channel(CHANNEL).join(uid);
  }

  SimulatedConnection connection() {
    return agora.channel(CHANNEL).awaitConnection(AGENT, Duration.ZERO);
  }

  void pass(Duration time) {
    clock.advance(time);
  }

  /** Offers 20 ms of a tone every 20 ms, as a session does. */
  void speak(Room room, Duration length) {
    for (long i = 0; i < length.dividedBy(FRAME); i++) {
      room.offer(tone());
      pass(FRAME);
    }
  }

  static AudioFrame tone() {
    var samples = new short[(int) AgoraOptions.VOICE.samplesIn(FRAME)];
    Arrays.fill(samples, (short) 5_000);
    return AudioFrame.ofSamples(AgoraOptions.VOICE, samples);
  }

  @Override
  public void close() {
    transport.close();
    pass(Duration.ofSeconds(5));
    assertThat(isReleased()).as("all is given back").isTrue();
    agora.close();
  }

  /** Whether nothing of the SDK is held. */
  boolean isReleased() {
    try {
      return transport.awaitReleased(Duration.ZERO);
    } catch (InterruptedException e) {
      throw new AssertionError("nothing was to be waited for", e);
    }
  }
}
