package dev.parley.local.tts;

import com.sun.speech.freetts.FreeTTSSpeakable;
import com.sun.speech.freetts.FreeTTSSpeakableImpl;
import com.sun.speech.freetts.Item;
import com.sun.speech.freetts.OutputQueue;
import com.sun.speech.freetts.Utterance;
import com.sun.speech.freetts.Voice;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import com.sun.speech.freetts.relp.LPCResult;
import dev.parley.local.stream.VendorLogs;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One FreeTTS voice. Not thread-safe: one thread at a time. */
public final class Kevin {
  /**
   * What is left of the 200 ms of silence that the voice begins with: the answer is heard that much
   * sooner.
   */
  private static final float LEAD_SECONDS = 0.03f;

  private final VoiceStyle style;
  private final Voice voice;
  private @Nullable Piece piece;

  /** Loads the voice, which takes 0.2 to 0.5 s the first time. */
  public Kevin(VoiceStyle style) {
    VendorLogs.silence();
    this.style = style;
    this.voice =
        Arrays.stream(new KevinVoiceDirectory().getVoices())
            .filter(each -> each.getName().equals(style.voice()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("FreeTTS has no voice " + style.voice()));
    voice.allocate();
    voice.setRate(style.wordsPerMinute());
    voice.setPitch(style.pitchHz());
    voice.setPitchRange(style.pitchRangeHz());
    voice.setOutputQueue(new Synthesis());
  }

  /** How it speaks. */
  public VoiceStyle style() {
    return style;
  }

  /**
   * Speaks one piece of text, on this thread.
   *
   * @param eager whether the silence at the start is cut short, because somebody waits for the
   *     first word
   * @return false when the voice could not speak it
   */
  public boolean speak(String text, boolean eager, Sink sink) {
    var current = new Piece(text, eager, sink);
    if (current.isSilent()) {
      return true;
    }
    piece = current;
    try {
      return voice.speak(current) || sink.isCancelled();
    } finally {
      piece = null;
    }
  }

  /** Text on its way through the voice. */
  private static final class Piece extends FreeTTSSpeakableImpl {
    private final Sink sink;
    private final SpokenText spoken;
    private final boolean eager;
    private long samples;

    Piece(String text, boolean eager, Sink sink) {
      super(SpokenText.plain(text));
      this.sink = sink;
      this.eager = eager;
      this.spoken = new SpokenText(text);
    }

    boolean isSilent() {
      return getText().chars().noneMatch(Character::isLetterOrDigit);
    }

    @Override
    public synchronized boolean isCompleted() {
      return sink.isCancelled() || super.isCompleted();
    }
  }

  /**
   * Where FreeTTS puts a sentence when it has worked out how it sounds: here it becomes samples, on
   * the same thread.
   */
  private final class Synthesis extends OutputQueue {
    @Override
    public synchronized void post(Utterance utterance) {
      Piece current = piece;
      if (current == null) {
        return;
      }
      FreeTTSSpeakable speakable = utterance.getSpeakable();
      float cut = current.eager && current.samples == 0 ? lead(utterance) : 0;
      int rate = style.sampleRateHz();
      current.sink.words(current.spoken.words(utterance, current.samples, cut, rate));
      var player = new SamplePlayer(current.sink, rate, (int) (cut * rate));
      ((LPCResult) utterance.getObject("target_lpcres")).playWave(player, utterance);
      current.samples += player.delivered();
      if (utterance.isLast() || current.sink.isCancelled()) {
        speakable.completed();
      }
    }
  }

  private static float lead(Utterance utterance) {
    Item first = utterance.getRelation("Segment").getHead();
    if (first == null || !first.getFeatures().getString("name").equals("pau")) {
      return 0;
    }
    return Math.max(0, first.getFeatures().getFloat("end") - LEAD_SECONDS);
  }
}
