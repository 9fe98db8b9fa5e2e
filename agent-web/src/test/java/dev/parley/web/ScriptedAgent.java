package dev.parley.web;

import dev.parley.AgentEvent;
import dev.parley.SessionClock;
import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.spi.CloseReason;
import dev.parley.spi.Participant;
import dev.parley.spi.PluginContext;
import dev.parley.spi.Room;
import dev.parley.spi.RoomListener;
import dev.parley.spi.RoomRequest;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An agent without an engine: records what it hears of a room, and does what a test tells it. */
final class ScriptedAgent extends RoomListener {
  private static final Duration FRAME = Duration.ofMillis(20);
  private static final int WAIT_SECONDS = 20;

  private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
  private final AtomicInteger audioCalls = new AtomicInteger();
  private final SessionClock clock;
  private final Room room;
  private volatile boolean speaking;

  private ScriptedAgent(WebTransport transport, String name, SessionClock clock) {
    this.clock = clock;
    this.room =
        transport.open(
            RoomRequest.builder()
                .room(name)
                .agentName("Robin")
                .context(new PluginContext("test", clock, Runnable::run))
                .build(),
            this);
  }

  /** Opens a room with the machine's clock. */
  static ScriptedAgent in(WebTransport transport, String room) {
    return new ScriptedAgent(transport, room, SessionClock.system());
  }

  Room room() {
    return room;
  }

  /** Shows events to the pages. */
  void publish(AgentEvent... events) {
    List.of(events).forEach(room::publish);
  }

  /** Stops speaking, and has the room forget what it was given. */
  void fallSilent() {
    speaking = false;
    room.clear();
  }

  /**
   * Speaks a tone, paced as the engine does: what the room wants ahead at once, then in real time.
   */
  void speakTone(double hertz, Duration length) {
    speaking = true;
    AudioFrame tone = Tones.tone(room.capabilities().output(), hertz, length);
    int ahead = (int) (room.capabilities().lead().toMillis() / FRAME.toMillis());
    for (int i = 0; i < ahead; i++) {
      offer(tone, i);
    }
    clock.schedule(FRAME, () -> pace(tone, ahead));
  }

  private void pace(AudioFrame tone, int index) {
    if (speaking && offer(tone, index)) {
      clock.schedule(FRAME, () -> pace(tone, index + 1));
    }
  }

  private boolean offer(AudioFrame tone, int index) {
    int size = (int) tone.format().samplesIn(FRAME);
    int from = index * size;
    if (from >= tone.sampleCount()) {
      return false;
    }
    return room.offer(tone.slice(from, Math.min(tone.sampleCount(), from + size)));
  }

  /** All sound heard so far, 16 kHz mono. */
  AudioFrame heard() {
    synchronized (heard) {
      return AudioFrame.wrap(AudioFormat.MONO_16K, heard.toByteArray());
    }
  }

  /** How many times sound came. */
  int audioCalls() {
    return audioCalls.get();
  }

  /** Takes the next call but audio, waiting for it. */
  String next() throws InterruptedException {
    String call = calls.poll(WAIT_SECONDS, TimeUnit.SECONDS);
    if (call == null) {
      throw new AssertionError("nothing came within " + WAIT_SECONDS + " s");
    }
    return call;
  }

  /** Takes calls until this one. */
  void await(String call) throws InterruptedException {
    String got = next();
    while (!got.equals(call)) {
      got = next();
    }
  }

  /** Takes calls until all of these have come, in any order. */
  void awaitAll(String... wanted) throws InterruptedException {
    Set<String> missing = new HashSet<>(Set.of(wanted));
    while (!missing.isEmpty()) {
      missing.remove(next());
    }
  }

  /** What has come and was not taken. */
  List<String> pending() {
    return List.copyOf(calls);
  }

  @Override
  public void onOpened() {
    calls.add("opened");
  }

  @Override
  public void onParticipantJoined(Participant participant) {
    calls.add("joined " + participant.id() + " " + participant.name());
  }

  @Override
  public void onParticipantLeft(String participantId) {
    calls.add("left " + participantId);
  }

  @Override
  public void onAudio(String participantId, AudioFrame frame) {
    audioCalls.incrementAndGet();
    synchronized (heard) {
      heard.writeBytes(frame.toByteArray());
    }
  }

  @Override
  public void onText(String participantId, String text) {
    calls.add("text " + participantId + " " + text);
  }

  @Override
  public void onTalkButton(String participantId, boolean pressed) {
    calls.add("talk " + participantId + " " + pressed);
  }

  @Override
  public void onLost(String reason) {
    calls.add("lost");
  }

  @Override
  public void onBack() {
    calls.add("back");
  }

  @Override
  public void onClosed(CloseReason reason) {
    calls.add("closed " + reason.kind());
  }
}
