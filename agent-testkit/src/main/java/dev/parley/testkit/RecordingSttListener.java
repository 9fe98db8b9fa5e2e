package dev.parley.testkit;

import dev.parley.AgentException;
import dev.parley.spi.CloseReason;
import dev.parley.spi.EndOfTurn;
import dev.parley.spi.PluginMetric;
import dev.parley.spi.SttListener;
import dev.parley.spi.Transcript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what a recogniser tells: {@code speechStarted}, {@code interim}, {@code final},
 * {@code endOfTurn}, {@code revised}, {@code closed}. Thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RecordingSttListener extends SttListener {
  private final CallLog log;
  private final List<Transcript> interims = new ArrayList<>();
  private final List<Transcript> finals = new ArrayList<>();
  private final List<Transcript> revisions = new ArrayList<>();

  /** Creates a listener that waits in real time. */
  public RecordingSttListener() {
    this(null);
  }

  /** Creates a listener that moves this clock when it waits; null: it waits in real time. */
  public RecordingSttListener(@Nullable ManualClock clock) {
    this.log = new CallLog(clock);
  }

  /** The calls in order. */
  public CallLog log() {
    return log;
  }

  /** The interims in order. */
  public List<Transcript> interims() {
    return log.read(() -> List.copyOf(interims));
  }

  /** The finals in order. */
  public List<Transcript> finals() {
    return log.read(() -> List.copyOf(finals));
  }

  /** The corrected finals in order. */
  public List<Transcript> revisions() {
    return log.read(() -> List.copyOf(revisions));
  }

  @Override
  public void onSpeechStarted(Duration start) {
    log.write("speechStarted", () -> {});
  }

  @Override
  public void onInterim(Transcript transcript) {
    log.write("interim", () -> interims.add(transcript));
  }

  @Override
  public void onFinal(Transcript transcript) {
    log.write("final", () -> finals.add(transcript));
  }

  @Override
  public void onEndOfTurn(EndOfTurn end) {
    log.write("endOfTurn", () -> {});
  }

  @Override
  public void onRevised(Transcript transcript) {
    log.write("revised", () -> revisions.add(transcript));
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
