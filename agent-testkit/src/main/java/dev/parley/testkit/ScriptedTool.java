package dev.parley.testkit;

import dev.parley.Cancellable;
import dev.parley.Tool;
import dev.parley.ToolInvocation;
import dev.parley.ToolSpec;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A tool that takes a known time and gives a known result. Thread-safe. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ScriptedTool extends Tool {
  private final ToolSpec spec;
  private final Duration takes;
  private final String returns;
  private final @Nullable String failure;
  private final List<ToolInvocation> invocations = new CopyOnWriteArrayList<>();

  private ScriptedTool(Builder builder) {
    this.spec = builder.spec;
    this.takes = builder.takes;
    this.returns = builder.returns;
    this.failure = builder.failure;
  }

  /** Returns a builder of a tool of this name that returns an empty text at once. */
  public static Builder builder(String name) {
    return builder(ToolSpec.builder(name).build());
  }

  /** Returns a builder of a tool as specified that returns an empty text at once. */
  public static Builder builder(ToolSpec spec) {
    return new Builder(spec);
  }

  @Override
  public ToolSpec spec() {
    return spec;
  }

  @Override
  public CompletionStage<String> start(ToolInvocation invocation) {
    invocations.add(invocation);
    var result = new CompletableFuture<String>();
    var inputs = InputClock.of(invocation.context().clock(), ClockEntry.INPUT);
    Cancellable end = inputs.schedule(takes, () -> end(result));
    var unused = result.whenComplete((text, thrown) -> end.cancel());
    return result;
  }

  private void end(CompletableFuture<String> result) {
    if (failure == null) {
      result.complete(returns);
    } else {
      result.completeExceptionally(new IllegalStateException(failure));
    }
  }

  /** How it was called, in order. */
  public List<ToolInvocation> invocations() {
    return List.copyOf(invocations);
  }

  /** Builds tools. Not thread-safe. */
  public static final class Builder {
    private final ToolSpec spec;
    private Duration takes = Duration.ZERO;
    private String returns = "";
    private @Nullable String failure;

    private Builder(ToolSpec spec) {
      this.spec = Objects.requireNonNull(spec, "spec");
    }

    /** Sets how long it takes; default no time. */
    public Builder takes(Duration takes) {
      this.takes = Objects.requireNonNull(takes, "takes");
      return this;
    }

    /** Sets its result; default empty. */
    public Builder returns(String returns) {
      this.returns = Objects.requireNonNull(returns, "returns");
      return this;
    }

    /** Makes it fail with an exception of this text; null, the default: it does not. */
    public Builder fails(@Nullable String failure) {
      this.failure = failure;
      return this;
    }

    /** Builds the tool. */
    public ScriptedTool build() {
      return new ScriptedTool(this);
    }
  }
}
