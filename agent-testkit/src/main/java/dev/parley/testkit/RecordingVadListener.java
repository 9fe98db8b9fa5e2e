package dev.parley.testkit;

import dev.parley.AgentException;
import dev.parley.spi.CloseReason;
import dev.parley.spi.PluginMetric;
import dev.parley.spi.VadListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what a voice activity detector tells: {@code voice}, {@code noVoice}, {@code
 * speechStarted}, {@code speechEnded}, {@code closed}. Thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RecordingVadListener extends VadListener {
  private final CallLog log;
  private final List<Duration> durations = new ArrayList<>();

  /** Creates a listener that waits in real time. */
  public RecordingVadListener() {
    this(null);
  }

  /** Creates a listener that moves this clock when it waits; null: it waits in real time. */
  public RecordingVadListener(@Nullable ManualClock clock) {
    this.log = new CallLog(clock);
  }

  /** The calls in order. */
  public CallLog log() {
    return log;
  }

  /** What came with {@code speechStarted} and {@code speechEnded}, in order. */
  public List<Duration> durations() {
    return log.read(() -> List.copyOf(durations));
  }

  @Override
  public void onVoice(boolean present) {
    log.write(present ? "voice" : "noVoice", () -> {});
  }

  @Override
  public void onSpeechStarted(Duration lasted) {
    log.write("speechStarted", () -> durations.add(lasted));
  }

  @Override
  public void onSpeechEnded(Duration silence) {
    log.write("speechEnded", () -> durations.add(silence));
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
