package dev.parley;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apiguardian.api.API;

/** Something the agent can do besides talking. Thread-safe. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class Tool {
  /** For subclasses. */
  protected Tool() {}

  /** Name, description and arguments. */
  public abstract ToolSpec spec();

  /**
   * Starts the tool. Called on the session loop; must not block.
   *
   * @return the result as the model shall read it; completed exceptionally when it failed. An
   *     exception's text is never shown to the model
   */
  public abstract CompletionStage<String> start(ToolInvocation invocation);

  /** Returns a tool whose work may block; it runs on the session's executor for blocking calls. */
  public static Tool of(ToolSpec spec, Work work) {
    Objects.requireNonNull(spec, "spec");
    Objects.requireNonNull(work, "work");
    return new Tool() {
      @Override
      public ToolSpec spec() {
        return spec;
      }

      @Override
      public CompletionStage<String> start(ToolInvocation invocation) {
        var result = new CompletableFuture<String>();
        invocation.context().blocking().execute(() -> run(work, invocation, result));
        return result;
      }
    };
  }

  private static void run(Work work, ToolInvocation invocation, CompletableFuture<String> result) {
    try {
      result.complete(work.run(invocation));
    } catch (Throwable failure) { // the edge of application code: reported as the tool's failure
      result.completeExceptionally(failure);
    }
  }

  /** What a tool does; may block. */
  @FunctionalInterface
  public interface Work {
    /** Runs and returns the result as the model shall read it. */
    String run(ToolInvocation invocation) throws Exception;
  }
}
