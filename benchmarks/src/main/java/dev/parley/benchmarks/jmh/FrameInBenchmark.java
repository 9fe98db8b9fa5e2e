package dev.parley.benchmarks.jmh;

import dev.parley.AgentRuntime;
import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.spi.Participant;
import dev.parley.spi.PluginContext;
import dev.parley.spi.SpeechToText;
import dev.parley.spi.SttListener;
import dev.parley.spi.SttRequest;
import dev.parley.spi.SttStream;
import dev.parley.stt.assemblyai.AssemblyAiStt;
import dev.parley.testkit.assemblyai.ScriptedAssemblyAi;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A frame of 10 ms from {@code offer} to the socket's buffer in the AssemblyAI plugin; every fifth
 * completes a message. The allocation of the server, in the same JVM, is counted with it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FrameInBenchmark {
  /** Half a second: far less than what waits before a slow socket. */
  private static final int FRAMES = 50;

  private static final Duration MOST = Duration.ofSeconds(10);

  private final AudioFrame frame = AudioFrame.silence(AudioFormat.MONO_16K, Duration.ofMillis(10));
  private final AgentRuntime runtime = AgentRuntime.builder().build();
  private final ScriptedAssemblyAi server = ScriptedAssemblyAi.start();
  private final SpeechToText recogniser =
      AssemblyAiStt.builder().apiKey("none").baseUrl(server.url()).build();
  private final SttStream stream =
      recogniser.open(
          new SttRequest(
              Participant.of("caller"),
              AudioFormat.MONO_16K,
              List.of(),
              new PluginContext("jmh", runtime.clock(), runtime.blocking())),
          new SttListener() {});
  private long offered;

  /** Waits for the connection. */
  @Setup
  public void connect() {
    frames();
    arrive();
  }

  /** Half a second of sound. */
  @Benchmark
  @OperationsPerInvocation(FRAMES)
  public void frames() {
    for (int i = 0; i < FRAMES; i++) {
      if (!stream.offer(frame)) {
        throw new IllegalStateException("the stream took no more audio");
      }
    }
    offered += (long) FRAMES * frame.sampleCount();
  }

  /** Waits until the server has all of it. */
  @TearDown(Level.Invocation)
  public void arrive() {
    if (!server.awaitFor(MOST, () -> server.connections() > 0 && server.samples(1) >= offered)) {
      throw new IllegalStateException("the audio did not arrive");
    }
  }

  /** Ends all. */
  @TearDown
  public void close() {
    stream.close();
    recogniser.close();
    server.close();
    runtime.close();
  }
}
