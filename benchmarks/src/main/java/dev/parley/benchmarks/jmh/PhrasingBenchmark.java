package dev.parley.benchmarks.jmh;

import dev.parley.internal.voice.SpeechText;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Cutting a model's tokens into pieces for a voice; the figure is for one token. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PhrasingBenchmark {
  private static final int TOKENS = 30;

  /** Two sentences, as a model gives them. */
  private static final List<String> REPLY =
      List.of(
          "Yes", ",", " we", " have", " a", " table", " for", " four", " at", " half", " past",
          " seven", " by", " the", " window", ".", " Shall", " I", " book", " it", " in", " your",
          " name", " or", " do", " you", " prefer", " a", " later", " time?");

  /** A whole reply. */
  @Benchmark
  @OperationsPerInvocation(TOKENS)
  public void token(Blackhole blackhole) {
    var text = new SpeechText(false, true);
    for (String token : REPLY) {
      blackhole.consume(text.add(token));
    }
    blackhole.consume(text.finish());
  }
}
