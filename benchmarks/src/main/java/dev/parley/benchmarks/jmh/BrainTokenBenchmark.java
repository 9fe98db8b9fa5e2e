package dev.parley.benchmarks.jmh;

import java.io.IOException;
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
 * The brain's share of an answer: from a token at the server to its text at the listener, loopback
 * and threads included.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BrainTokenBenchmark {
  private final BrainConversation conversation = new BrainConversation();

  /** Asks, and lets the first token come. */
  @Setup(Level.Iteration)
  public void begin() {
    conversation.ask();
    conversation.begin();
    conversation.token();
  }

  /** One token. */
  @Benchmark
  public void token() {
    conversation.token();
  }

  /** Ends the answer. */
  @TearDown(Level.Iteration)
  public void end() {
    conversation.end();
  }

  /** Ends all. */
  @TearDown
  public void close() throws IOException {
    conversation.close();
  }
}
