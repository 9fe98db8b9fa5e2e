package dev.parley.internal.voice;

import dev.parley.AgentException;
import dev.parley.Cancellable;
import dev.parley.ErrorKind;
import dev.parley.audio.AudioFrame;
import dev.parley.audio.Resampler;
import dev.parley.spi.CloseReason;
import dev.parley.spi.PluginMetric;
import dev.parley.spi.TextToSpeech;
import dev.parley.spi.TtsListener;
import dev.parley.spi.TtsRequest;
import dev.parley.spi.TtsStream;
import dev.parley.spi.Word;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One speech being synthesised, if need be by several voices one after another.
 *
 * <p>A voice that fails before its first audio is tried once more, then the next one says the same
 * text; one that fails later is relieved at the first word that is not there wholly. On the session
 * loop.
 */
public final class Speaking {
  private static final int TRIES_BEFORE_FIRST_AUDIO = 2;

  /**
   * Longer than any voice needs for a sentence; without it a silent vendor would hang the session.
   */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final Voice voice;
  private final int reply;
  private final Speech speech;
  private final Voice.Listener listener;
  private final List<TextToSpeech> voices;
  private int choice;
  private int tries = 1;
  private @Nullable Attempt attempt;
  private int anticipated = -1;
  private boolean finished;
  private boolean over;

  Speaking(Voice voice, int reply, Speech speech, Voice.Listener listener) {
    this.voice = voice;
    this.reply = reply;
    this.speech = speech;
    this.listener = listener;
    this.voices = voice.inOrder();
  }

  /** The speech itself. */
  public Speech speech() {
    return speech;
  }

  /** Hands over the next piece of text. */
  public void offer(String piece) {
    if (over || finished) {
      return;
    }
    speech.addPiece(piece);
    if (attempt == null) {
      attempt = new Attempt(0);
    }
    attempt.feed();
  }

  /** Says what the next piece will be if the text goes on as usual; once for each piece. */
  public void anticipate(String piece) {
    if (over || finished || anticipated == speech.pieceCount()) {
      return;
    }
    anticipated = speech.pieceCount();
    if (attempt == null) {
      attempt = new Attempt(0);
    }
    attempt.anticipate(piece);
  }

  /** Says that the text is complete. */
  public void finish() {
    if (over || finished) {
      return;
    }
    finished = true;
    if (attempt == null) {
      complete();
    } else {
      attempt.feed();
    }
  }

  /** Falls silent for good. */
  public void close() {
    if (over) {
      return;
    }
    over = true;
    speech.cut();
    if (attempt != null) {
      attempt.close();
    }
  }

  private void complete() {
    over = true;
    speech.completeAudio();
    listener.onProgress(speech);
  }

  private void failed(AgentException error, boolean audioCame, int firstPiece) {
    listener.onError(error);
    boolean again = !audioCame && tries < TRIES_BEFORE_FIRST_AUDIO;
    tries = again ? tries + 1 : 1;
    if (!again) {
      voice.failed(voices.get(choice++));
    }
    if (choice >= voices.size()) {
      over = true;
      speech.completeAudio();
      listener.onFailed(speech, error);
      return;
    }
    attempt = new Attempt(audioCame ? speech.splitAt(speech.keepWholeWords()) : firstPiece);
    attempt.feed();
  }

  /** One stream of one voice, from one piece of the speech on. */
  private final class Attempt extends TtsListener {
    private final int firstPiece;
    private final int textStart;
    private final long audioStart;
    private final Resampler resampler;
    private final TtsStream stream;
    private int nextPiece;
    private boolean fed;
    private boolean full;
    private boolean told;
    private boolean ended;
    private boolean audioCame;
    private Cancellable watch = Cancellable.NONE;

    Attempt(int firstPiece) {
      TextToSpeech engine = voices.get(choice);
      this.firstPiece = firstPiece;
      this.nextPiece = firstPiece;
      this.textStart = firstPiece < speech.pieceCount() ? speech.pieceStart(firstPiece) : 0;
      this.audioStart = speech.receivedNanos();
      this.resampler = new Resampler(engine.capabilities().output(), voice.output());
      this.stream = engine.open(new TtsRequest(reply, null, voice.context()), this);
    }

    void anticipate(String piece) {
      if (!full && nextPiece == speech.pieceCount()) {
        stream.anticipate(piece);
      }
    }

    void feed() {
      if (!fed) {
        fed = true;
        watch();
      }
      while (!full && nextPiece < speech.pieceCount()) {
        if (!stream.offer(speech.pieceText(nextPiece))) {
          full = true;
          return;
        }
        nextPiece++;
      }
      if (finished && !full && !told) {
        told = true;
        stream.finish();
        watch();
      }
    }

    void close() {
      ended = true;
      watch.cancel();
      stream.close();
    }

    /** A voice that owes audio and stays silent for too long has failed. */
    private void watch() {
      watch.cancel();
      boolean owing = !ended && (!audioCame || told);
      watch = owing ? voice.loop().schedule(LONGEST_WAIT, this::timeout) : Cancellable.NONE;
    }

    private void timeout() {
      close();
      failed(
          new AgentException(
              ErrorKind.TIMEOUT, "the voice sent nothing for " + LONGEST_WAIT.toSeconds() + " s"),
          audioCame,
          firstPiece);
    }

    private void onLoop(Runnable work) {
      voice
          .loop()
          .execute(
              () -> {
                if (!ended) {
                  work.run();
                }
              });
    }

    @Override
    public void onAudio(AudioFrame frame) {
      onLoop(() -> audio(resampler.process(frame)));
    }

    private void audio(AudioFrame frame) {
      if (frame.sampleCount() == 0) {
        return;
      }
      boolean first = !audioCame && audioStart == 0;
      audioCame = true;
      speech.addAudio(frame);
      watch();
      if (first) {
        listener.onFirstAudio(speech);
      }
      listener.onProgress(speech);
    }

    @Override
    public void onWords(List<Word> words) {
      onLoop(() -> speech.addWords(words, audioStart, textStart));
    }

    @Override
    public void onSpoken(int offer) {
      onLoop(() -> speech.pieceDelivered(firstPiece + offer, audioStart));
    }

    @Override
    public void onReady() {
      onLoop(
          () -> {
            full = false;
            feed();
          });
    }

    @Override
    public void onError(AgentException error) {
      onLoop(() -> listener.onError(error));
    }

    @Override
    public void onMetric(PluginMetric metric) {
      voice.loop().execute(() -> listener.onMetric(metric));
    }

    @Override
    public void onClosed(CloseReason reason) {
      onLoop(() -> closed(reason));
    }

    private void closed(CloseReason reason) {
      ended = true;
      watch.cancel();
      audio(resampler.flush());
      if (reason.error().isPresent()) {
        failed(reason.error().get(), audioCame, firstPiece);
      } else if (told) {
        voice.worked(voices.get(choice));
        complete();
      } else {
        failed(
            new AgentException(ErrorKind.PROTOCOL, "the voice ended before its text did"),
            audioCame,
            firstPiece);
      }
    }
  }
}
