package dev.parley.benchmarks.jmh;

import dev.parley.AgentRuntime;
import dev.parley.AgentSession;
import dev.parley.ReplyResult;
import dev.parley.SayPolicy;
import dev.parley.VoiceAgent;
import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * From the decision to interrupt until no further frame can leave: over the loop's thread and back.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class InterruptionBenchmark {
  private static final List<AudioFrame> TEN_SECONDS =
      List.of(Tone.of(AudioFormat.MONO_24K, Duration.ofSeconds(10)));

  private final Rounds sounding = new Rounds("the first frame");
  private final AgentRuntime runtime = AgentRuntime.builder().build();
  private final AgentSession session =
      VoiceAgent.builder()
          .speechToText(new SilentStt())
          .runtime(runtime)
          .build()
          .start(new SilentTransport(sounding::happened), "jmh");

  /** Begins to speak. */
  @Setup(Level.Invocation)
  public void speak() {
    sounding.reset();
    session.play("la", TEN_SECONDS, SayPolicy.INTERRUPTIBLE);
    sounding.await();
  }

  /** Stops it. */
  @Benchmark
  public ReplyResult interrupt() {
    return session.interrupt().toCompletableFuture().join();
  }

  /** Leaves. */
  @TearDown
  public void close() {
    session.close();
    session.closed().toCompletableFuture().join();
    runtime.close();
  }
}
