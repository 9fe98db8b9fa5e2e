package dev.parley.benchmarks.jmh;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.internal.loop.SessionLoop;
import dev.parley.internal.playout.Pacer;
import dev.parley.internal.playout.Playout;
import dev.parley.internal.voice.Speech;
import dev.parley.testkit.ManualClock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Playout of 1,000 sessions that all speak: 20 ms pass; the figure is for one frame of one. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PlayoutBenchmark {
  private static final int SESSIONS = 1_000;
  private static final Duration FRAME = Duration.ofMillis(20);
  private static final AudioFrame SECOND = Tone.of(AudioFormat.MONO_24K, Duration.ofSeconds(1));

  private final ManualClock clock = new ManualClock();

  /** Starts all sessions, spread over the length of a frame. */
  @Setup
  public void start() {
    var pacer = new Pacer(clock, Pacer.EARLY_NANOS);
    for (int i = 0; i < SESSIONS; i++) {
      var loop = new SessionLoop(clock, Runnable::run, failure -> {});
      loop.execute(() -> speak(loop, pacer));
      clock.advance(FRAME.dividedBy(SESSIONS));
    }
  }

  private static void speak(SessionLoop loop, Pacer pacer) {
    var endless = new EndlessSpeech(SECOND);
    var playout = new Playout(loop, pacer, new SilentRoom(), -12, endless);
    endless.into(playout);
  }

  /** A frame of each session. */
  @Benchmark
  @OperationsPerInvocation(SESSIONS)
  public void frame() {
    clock.advance(FRAME);
  }

  /** Puts another second into the line whenever one has begun. */
  private static final class EndlessSpeech implements Playout.Listener {
    private final AudioFrame audio;

    @SuppressWarnings("NullAway") // set before the first frame
    private Playout playout;

    @SuppressWarnings("NullAway") // see playout
    EndlessSpeech(AudioFrame audio) {
      this.audio = audio;
    }

    void into(Playout playout) {
      this.playout = playout;
      add();
    }

    private void add() {
      var speech = new Speech(audio.format());
      speech.addPrepared(audio);
      speech.completePrepared("la");
      playout.add(speech);
    }

    @Override
    public void onFirstFrame(Speech speech) {
      add();
    }

    @Override
    public void onHeard(Speech speech) {}
  }
}
