package dev.parley.testkit;

import dev.parley.AgentException;
import dev.parley.audio.AudioFrame;
import dev.parley.spi.CloseReason;
import dev.parley.spi.PluginMetric;
import dev.parley.spi.TtsListener;
import dev.parley.spi.Word;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what a voice tells: {@code audio}, {@code words}, {@code spoken}, {@code ready},
 * {@code closed}. Thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RecordingTtsListener extends TtsListener {
  private final CallLog log;
  private final List<AudioFrame> audio = new ArrayList<>();
  private final List<Word> words = new ArrayList<>();
  private final List<Integer> spoken = new ArrayList<>();

  /** Creates a listener that waits in real time. */
  public RecordingTtsListener() {
    this(null);
  }

  /** Creates a listener that moves this clock when it waits; null: it waits in real time. */
  public RecordingTtsListener(@Nullable ManualClock clock) {
    this.log = new CallLog(clock);
  }

  /** The calls in order. */
  public CallLog log() {
    return log;
  }

  /** The audio in order. */
  public List<AudioFrame> audio() {
    return log.read(() -> List.copyOf(audio));
  }

  /** The words in order. */
  public List<Word> words() {
    return log.read(() -> List.copyOf(words));
  }

  /** The numbers of the offers that were told to be spoken, in order. */
  public List<Integer> spoken() {
    return log.read(() -> List.copyOf(spoken));
  }

  /** How long all audio lasts. */
  public Duration audioLength() {
    return audio().stream().map(AudioFrame::duration).reduce(Duration.ZERO, Duration::plus);
  }

  @Override
  public void onAudio(AudioFrame frame) {
    log.write("audio", () -> audio.add(frame));
  }

  @Override
  public void onWords(List<Word> told) {
    log.write("words", () -> words.addAll(told));
  }

  @Override
  public void onSpoken(int offer) {
    log.write("spoken", () -> spoken.add(offer));
  }

  @Override
  public void onReady() {
    log.write("ready", () -> {});
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
