package dev.parley.benchmarks.jmh;

import dev.parley.AgentEvent;
import dev.parley.ReplyEvent;
import dev.parley.internal.event.Events;
import dev.parley.internal.loop.SessionLoop;
import dev.parley.testkit.ManualClock;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Carrying an event to three listeners. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EventsBenchmark {
  private final Events events =
      new Events(new SessionLoop(new ManualClock(), Runnable::run, failure -> {}));
  private int heard;

  /** Adds the listeners. */
  @Setup
  public void listen() {
    for (int i = 0; i < 3; i++) {
      events.add(this::count);
    }
  }

  private void count(AgentEvent event) {
    heard++;
  }

  /** One event. */
  @Benchmark
  public int event() {
    events.emit(new ReplyEvent.FirstToken(events.at(), 1));
    events.flush();
    return heard;
  }
}
