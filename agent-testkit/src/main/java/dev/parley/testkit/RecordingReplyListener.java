package dev.parley.testkit;

import dev.parley.AgentException;
import dev.parley.ToolCall;
import dev.parley.spi.CloseReason;
import dev.parley.spi.PluginMetric;
import dev.parley.spi.ReplyListener;
import dev.parley.spi.Usage;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what a brain tells: {@code text}, {@code toolCall}, {@code lastReply}, {@code usage},
 * {@code closed}. Thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RecordingReplyListener extends ReplyListener {
  private final CallLog log;
  private final List<String> texts = new ArrayList<>();
  private final List<ToolCall> toolCalls = new ArrayList<>();
  private final List<Usage> usages = new ArrayList<>();

  /** Creates a listener that waits in real time. */
  public RecordingReplyListener() {
    this(null);
  }

  /** Creates a listener that moves this clock when it waits; null: it waits in real time. */
  public RecordingReplyListener(@Nullable ManualClock clock) {
    this.log = new CallLog(clock);
  }

  /** The calls in order. */
  public CallLog log() {
    return log;
  }

  /** The bits of text in order. */
  public List<String> texts() {
    return log.read(() -> List.copyOf(texts));
  }

  /** The tool calls in order. */
  public List<ToolCall> toolCalls() {
    return log.read(() -> List.copyOf(toolCalls));
  }

  /** What it cost; one entry at most. */
  public List<Usage> usages() {
    return log.read(() -> List.copyOf(usages));
  }

  /** The text so far. */
  public String text() {
    return String.join("", texts());
  }

  @Override
  public void onText(String text) {
    log.write("text", () -> texts.add(text));
  }

  @Override
  public void onToolCall(ToolCall call) {
    log.write("toolCall", () -> toolCalls.add(call));
  }

  @Override
  public void onLastReply(String reason) {
    log.write("lastReply", () -> {});
  }

  @Override
  public void onUsage(Usage usage) {
    log.write("usage", () -> usages.add(usage));
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
