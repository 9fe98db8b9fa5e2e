package dev.parley.benchmarks.jmh;

import dev.parley.AgentRuntime;
import dev.parley.AgentSession;
import dev.parley.VoiceAgent;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A session's own cost, from start until it is closed, with plugins that cost nothing. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SessionBenchmark {
  private final SilentTransport transport = new SilentTransport(() -> {});
  private final AgentRuntime runtime = AgentRuntime.builder().loops(Runnable::run).build();
  private final VoiceAgent agent =
      VoiceAgent.builder().speechToText(new SilentStt()).runtime(runtime).build();

  /** Joins the room, opens the caller's ear, and leaves. */
  @Benchmark
  public String startAndClose() {
    AgentSession session = agent.start(transport, "jmh");
    session.close();
    return session.closed().toCompletableFuture().join();
  }

  /** Ends the threads. */
  @TearDown
  public void close() {
    runtime.close();
  }
}
