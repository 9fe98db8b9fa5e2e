package dev.parley.benchmarks.jmh;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.audio.Resampler;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A frame of 10 ms to another sample rate. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ResamplerBenchmark {
  /** From and to, in kilohertz. */
  @Param({"48-16", "24-16", "24-48"})
  public String rates = "48-16";

  private Resampler resampler = new Resampler(AudioFormat.MONO_48K, AudioFormat.MONO_16K);
  private AudioFrame frame = Tone.frame(AudioFormat.MONO_48K);

  /** Makes the resampler. */
  @Setup
  public void make() {
    int dash = rates.indexOf('-');
    AudioFormat from = AudioFormat.mono(1_000 * Integer.parseInt(rates.substring(0, dash)));
    AudioFormat to = AudioFormat.mono(1_000 * Integer.parseInt(rates.substring(dash + 1)));
    resampler = new Resampler(from, to);
    frame = Tone.frame(from);
  }

  /** One frame. */
  @Benchmark
  public AudioFrame frame() {
    return resampler.process(frame);
  }
}
