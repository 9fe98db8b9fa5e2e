package dev.parley.benchmarks.jmh;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The brain's share before an answer: from the final transcript at the brain to the request at the
 * server, loopback and threads included.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BrainRequestBenchmark {
  private final BrainConversation conversation = new BrainConversation();

  /** One question. */
  @Benchmark
  public void request() {
    conversation.ask();
  }

  /** Lets the answer come and end. */
  @TearDown(Level.Invocation)
  public void end() {
    conversation.begin();
    conversation.token();
    conversation.end();
  }

  /** Ends all. */
  @TearDown
  public void close() throws IOException {
    conversation.close();
  }
}
