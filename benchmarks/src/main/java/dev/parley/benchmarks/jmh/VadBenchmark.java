package dev.parley.benchmarks.jmh;

import dev.parley.SessionClock;
import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.local.EnergyVad;
import dev.parley.local.SileroVad;
import dev.parley.spi.Participant;
import dev.parley.spi.PluginContext;
import dev.parley.spi.VadListener;
import dev.parley.spi.VadRequest;
import dev.parley.spi.VadStream;
import dev.parley.spi.VoiceActivityDetector;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Voice activity detection, a frame of 10 ms at 16 kHz. Silero runs once for each 32 ms. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class VadBenchmark {
  /** Which detector. */
  @Param({"energy", "silero"})
  public String detector = "energy";

  private final AudioFrame frame = Tone.frame(AudioFormat.MONO_16K);
  private @Nullable VoiceActivityDetector engine;
  private @Nullable VadStream stream;

  /** Opens a stream. */
  @Setup
  public void open() {
    engine = detector.equals("silero") ? new SileroVad() : new EnergyVad();
    var context = new PluginContext("jmh", SessionClock.system(), Runnable::run);
    var request = new VadRequest(Participant.of("caller"), AudioFormat.MONO_16K, context);
    stream = engine.open(request, new VadListener() {});
  }

  /** One frame. */
  @Benchmark
  public boolean frame() {
    return stream != null && stream.offer(frame);
  }

  /** Closes both. */
  @TearDown
  public void close() {
    if (stream != null && engine != null) {
      stream.close();
      engine.close();
    }
  }
}
