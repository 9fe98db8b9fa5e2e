package dev.parley.benchmarks.jmh;

import dev.parley.AgentRuntime;
import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.spi.CloseReason;
import dev.parley.spi.PluginContext;
import dev.parley.spi.TextToSpeech;
import dev.parley.spi.TtsListener;
import dev.parley.spi.TtsRequest;
import dev.parley.spi.TtsStream;
import dev.parley.tts.OpenAiTts;
import java.io.IOException;
import java.io.UncheckedIOException;
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

/** The voice's share of an answer: from the first byte at the server to the first frame here. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class VoiceBenchmark {
  /** Not silence, of which the voice leaves the beginning out. */
  private static final byte[] PCM = Tone.frame(AudioFormat.MONO_24K).toByteArray();

  private final AgentRuntime runtime = AgentRuntime.builder().build();
  private final PluginContext context =
      new PluginContext("jmh", runtime.clock(), runtime.blocking());
  private final Rounds frames = new Rounds("a frame");
  private final Rounds ends = new Rounds("the end");
  private final AnswerServer server;
  private final TextToSpeech voice;
  private int reply;

  /** Starts the server. */
  public VoiceBenchmark() {
    try {
      server = new AnswerServer("audio/pcm");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    voice = OpenAiTts.builder().baseUrl(server.url()).apiKey("none").build();
  }

  /** Asks for a sentence. */
  @Setup(Level.Invocation)
  public void ask() {
    TtsStream stream = voice.open(new TtsRequest(++reply, null, context), new Hearing());
    stream.offer("The kitchen closes at ten tonight. ");
    stream.finish();
    server.awaitRequest();
    server.begin();
  }

  /** The first frame. */
  @Benchmark
  public void firstFrame() {
    server.write(PCM);
    frames.await();
  }

  /** Lets the sentence end. */
  @TearDown(Level.Invocation)
  public void end() {
    server.end();
    ends.await();
    frames.reset();
  }

  /** Ends all. */
  @TearDown
  public void close() throws IOException {
    voice.close();
    server.close();
    runtime.close();
  }

  private final class Hearing extends TtsListener {
    @Override
    public void onAudio(AudioFrame frame) {
      frames.happened();
    }

    @Override
    public void onClosed(CloseReason reason) {
      ends.happened();
    }
  }
}
