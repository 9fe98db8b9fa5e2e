package dev.parley.testkit;

import dev.parley.AgentException;
import dev.parley.audio.AudioFrame;
import dev.parley.spi.CloseReason;
import dev.parley.spi.Participant;
import dev.parley.spi.PluginMetric;
import dev.parley.spi.RoomListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what a room tells: {@code opened}, {@code joined}, {@code left}, {@code audio},
 * {@code text}, {@code talkButton}, {@code ready}, {@code lost}, {@code back}, {@code closed}.
 * Thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RecordingRoomListener extends RoomListener {
  private final CallLog log;
  private final List<Participant> joined = new ArrayList<>();
  private final List<String> left = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final Map<String, List<AudioFrame>> audio = new LinkedHashMap<>();

  /** Creates a listener that waits in real time. */
  public RecordingRoomListener() {
    this(null);
  }

  /** Creates a listener that moves this clock when it waits; null: it waits in real time. */
  public RecordingRoomListener(@Nullable ManualClock clock) {
    this.log = new CallLog(clock);
  }

  /** The calls in order. */
  public CallLog log() {
    return log;
  }

  /** Who joined, in order. */
  public List<Participant> joined() {
    return log.read(() -> List.copyOf(joined));
  }

  /** Who left, in order. */
  public List<String> left() {
    return log.read(() -> List.copyOf(left));
  }

  /** What was typed, in order. */
  public List<String> texts() {
    return log.read(() -> List.copyOf(texts));
  }

  /** The sound of a participant, in order. */
  public List<AudioFrame> audioOf(String participantId) {
    return log.read(() -> List.copyOf(audio.getOrDefault(participantId, List.of())));
  }

  @Override
  public void onOpened() {
    log.write("opened", () -> {});
  }

  @Override
  public void onParticipantJoined(Participant participant) {
    log.write("joined", () -> joined.add(participant));
  }

  @Override
  public void onParticipantLeft(String participantId) {
    log.write("left", () -> left.add(participantId));
  }

  @Override
  public void onAudio(String participantId, AudioFrame frame) {
    log.write(
        "audio", () -> audio.computeIfAbsent(participantId, id -> new ArrayList<>()).add(frame));
  }

  @Override
  public void onText(String participantId, String text) {
    log.write("text", () -> texts.add(text));
  }

  @Override
  public void onTalkButton(String participantId, boolean pressed) {
    log.write("talkButton", () -> {});
  }

  @Override
  public void onReady() {
    log.write("ready", () -> {});
  }

  @Override
  public void onLost(String reason) {
    log.write("lost", () -> {});
  }

  @Override
  public void onBack() {
    log.write("back", () -> {});
  }

  @Override
  public void onError(AgentException error) {
    log.error(error);
  }

  @Override
  public void onMetric(PluginMetric metric) {
    log.metric(metric);
  }

  @Override
  public void onClosed(CloseReason reason) {
    log.closed(reason);
  }
}
