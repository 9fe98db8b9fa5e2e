package dev.parley.internal.reply;

import dev.parley.AgentException;
import dev.parley.Cancellable;
import dev.parley.ErrorKind;
import dev.parley.Tool;
import dev.parley.ToolCall;
import dev.parley.ToolEvent.Outcome;
import dev.parley.ToolInvocation;
import dev.parley.internal.conversation.Conversation.CallEntry;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One run of a tool, from its call to its one result. On the session loop. */
final class ToolRun {
  private final ToolBox box;
  private final ToolCall call;
  private final CallEntry entry;
  private final Runnable whenEnded;
  private Cancellable deadline = Cancellable.NONE;
  private @Nullable CompletionStage<String> work;

  ToolRun(ToolBox box, ToolCall call, CallEntry entry, Runnable whenEnded) {
    this.box = box;
    this.call = call;
    this.entry = entry;
    this.whenEnded = whenEnded;
  }

  ToolCall call() {
    return call;
  }

  boolean isOver() {
    return entry.hasResult();
  }

  /** Gives a result without running. */
  void refuse(String text) {
    entry.result(text);
    box.loop().execute(whenEnded);
  }

  void start(Tool tool, ToolInvocation invocation) {
    deadline = box.loop().talk().schedule(tool.spec().deadline(), this::late);
    try {
      work = tool.start(invocation);
      work.whenComplete((result, failure) -> box.loop().execute(() -> done(result, failure)));
    } catch (Throwable failure) { // the edge of application code
      box.loop().execute(() -> done(null, failure));
    }
  }

  private void done(@Nullable String result, @Nullable Throwable failure) {
    if (isOver()) {
      return; // it came after the deadline or the close
    }
    if (failure == null) {
      end(result == null ? "" : result, Outcome.RETURNED);
    } else {
      Throwable cause =
          failure instanceof CompletionException && failure.getCause() != null
              ? failure.getCause()
              : failure;
      box.events().failure("tool", cause);
      end(call.tool() + " failed", Outcome.FAILED);
    }
  }

  private void late() {
    if (!isOver()) {
      box.events()
          .failure(
              "tool",
              new AgentException(
                  ErrorKind.TIMEOUT, call.tool() + " did not return by its deadline"));
      cancel();
    }
  }

  void cancel() {
    if (!isOver()) {
      stopWork();
      end(call.tool() + " cancelled", Outcome.CANCELLED);
    }
  }

  private void stopWork() {
    if (work instanceof Future<?> future) {
      future.cancel(true);
    }
  }

  private void end(String text, Outcome outcome) {
    deadline.cancel();
    entry.result(text);
    box.ended(this, outcome);
    whenEnded.run();
  }
}
