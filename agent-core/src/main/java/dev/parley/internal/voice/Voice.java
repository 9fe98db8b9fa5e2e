package dev.parley.internal.voice;

import dev.parley.AgentException;
import dev.parley.audio.AudioFormat;
import dev.parley.internal.audio.PcmBlocks;
import dev.parley.internal.failover.Alternatives;
import dev.parley.internal.loop.SessionLoop;
import dev.parley.spi.PluginContext;
import dev.parley.spi.PluginMetric;
import dev.parley.spi.TextToSpeech;
import java.util.List;

/**
 * The voices of an agent, best first, and the format in which the room wants to hear them. On the
 * session loop.
 */
public final class Voice {
  /** Hears what becomes of a speech; on the loop. */
  public interface Listener {
    /** The voice's first audio has come. */
    void onFirstAudio(Speech speech);

    /** There is more to play, or the speech is complete. */
    void onProgress(Speech speech);

    /** A voice failed; another one may go on. */
    void onError(AgentException error);

    /** No voice can say the rest; the speech is complete as it is. */
    void onFailed(Speech speech, AgentException error);

    /** A voice measured something. */
    void onMetric(PluginMetric metric);
  }

  private final SessionLoop loop;
  private final Alternatives<TextToSpeech> voices;
  private final PluginContext context;
  private final AudioFormat output;
  private final PcmBlocks memory;

  /** Creates it. */
  public Voice(
      SessionLoop loop,
      Alternatives<TextToSpeech> voices,
      PluginContext context,
      AudioFormat output) {
    this.loop = loop;
    this.voices = voices;
    this.context = context;
    this.output = output;
    this.memory = new PcmBlocks(output);
  }

  /** Returns a speech without text. */
  public Speech newSpeech() {
    return new Speech(output, memory);
  }

  /** Begins to speak; text is handed over as it comes. */
  public Speaking speak(int reply, Speech speech, Listener listener) {
    return new Speaking(this, reply, speech, listener);
  }

  /** Whether the first voice takes text word by word. */
  public boolean isWordByWord() {
    return first().capabilities().inputStreaming();
  }

  /** Gets the first voice ready. */
  public void warmUp() {
    first().warmUp(context);
  }

  SessionLoop loop() {
    return loop;
  }

  /** The voices in the order in which they are tried now. */
  List<TextToSpeech> inOrder() {
    return voices.inOrder(loop.now());
  }

  /** Another voice had to take over from this one. */
  void failed(TextToSpeech one) {
    voices.failed(one, loop.now());
  }

  /** This one has spoken all it was given. */
  void worked(TextToSpeech one) {
    voices.worked(one);
  }

  private TextToSpeech first() {
    return inOrder().get(0);
  }

  PluginContext context() {
    return context;
  }

  /** The format in which the room wants to hear them. */
  public AudioFormat output() {
    return output;
  }
}
