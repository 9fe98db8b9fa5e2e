package dev.parley.testkit.contract;

import dev.parley.AgentException;
import dev.parley.ToolCall;
import dev.parley.spi.CloseReason;
import dev.parley.spi.PluginMetric;
import dev.parley.spi.ReplyListener;
import dev.parley.spi.ReplyStream;
import dev.parley.spi.Usage;
import dev.parley.testkit.RecordingReplyListener;
import java.util.concurrent.CompletableFuture;

/** Closes its own stream within one of its calls, and writes all calls down elsewhere. */
final class ClosingReplyListener extends ReplyListener {
  private final RecordingReplyListener heard;
  private final String closingCall;
  private final Thread opener = Thread.currentThread();
  private final CompletableFuture<ReplyStream> stream = new CompletableFuture<>();
  private volatile boolean calledWithinOpen;

  /** Closes within calls of this name: {@code text} or {@code closed}. */
  ClosingReplyListener(RecordingReplyListener heard, String closingCall) {
    this.heard = heard;
    this.closingCall = closingCall;
  }

  /** Says which stream it is; to be called when {@code open} has returned. */
  void stream(ReplyStream opened) {
    stream.complete(opened);
    if (calledWithinOpen) {
      opened.close();
    }
  }

  /** Whether the stream called before there was anything to close. */
  boolean calledWithinOpen() {
    return calledWithinOpen;
  }

  /** Another thread waits here until {@code open} has returned; the opener's own cannot. */
  private void closeWithin(String call) {
    if (!call.equals(closingCall)) {
      return;
    }
    if (!stream.isDone() && Thread.currentThread() == opener) {
      calledWithinOpen = true;
      return;
    }
    stream.join().close();
  }

  @Override
  public void onText(String text) {
    heard.onText(text);
    closeWithin("text");
  }

  @Override
  public void onToolCall(ToolCall call) {
    heard.onToolCall(call);
  }

  @Override
  public void onLastReply(String reason) {
    heard.onLastReply(reason);
  }

  @Override
  public void onUsage(Usage usage) {
    heard.onUsage(usage);
  }

  @Override
  public void onError(AgentException error) {
    heard.onError(error);
  }

  @Override
  public void onMetric(PluginMetric metric) {
    heard.onMetric(metric);
  }

  @Override
  public void onClosed(CloseReason reason) {
    closeWithin("closed");
    heard.onClosed(reason);
  }
}
