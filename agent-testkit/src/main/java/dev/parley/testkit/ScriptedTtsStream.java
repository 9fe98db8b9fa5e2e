package dev.parley.testkit;

import dev.parley.SessionClock;
import dev.parley.audio.AudioFrame;
import dev.parley.spi.CloseReason;
import dev.parley.spi.TtsListener;
import dev.parley.spi.TtsStream;
import dev.parley.spi.Word;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Speaks the pieces of one reply. */
final class ScriptedTtsStream extends TtsStream {
  private final ScriptedTts tts;
  private final SessionClock inputs;
  private final @Nullable Duration failsAfter;
  private final TtsListener listener;
  private final StreamEnd end;
  private final Pronunciation pronunciation;
  private Duration spoken = Duration.ZERO;
  private int offers;
  private int waiting;
  private boolean finished;

  ScriptedTtsStream(
      ScriptedTts tts,
      SessionClock clock,
      @Nullable Duration failsAfter,
      TtsListener listener,
      Runnable counted) {
    this.tts = tts;
    this.inputs = InputClock.of(clock, ClockEntry.INPUT);
    this.failsAfter = failsAfter;
    this.listener = listener;
    this.end = new StreamEnd(inputs, listener, counted);
    this.pronunciation = tts.newPronunciation();
  }

  /** The pieces come out in the order in which they went in: all wait equally long. */
  @Override
  public synchronized boolean offer(String text) {
    if (finished || end.ended()) {
      return false;
    }
    int number = offers++;
    waiting++;
    inputs.schedule(tts.firstAudio(), () -> speak(number, text));
    return true;
  }

  private synchronized void speak(int number, String text) {
    if (end.ended()) {
      return;
    }
    waiting--;
    var piece = new SpokenPiece(text, pronunciation.lengthOf(text));
    if (failsAfter != null && spoken.plus(piece.length()).compareTo(failsAfter) > 0) {
      say(piece, failsAfter.minus(spoken));
      end.end(CloseReason.failed(ScriptedTts.failure()));
      return;
    }
    say(piece, piece.length());
    if (!end.ended()) {
      listener.onSpoken(number);
    }
    closeWhenAllIsSpoken();
  }

  /** Gives the beginning of a piece, with the words that begin in it. */
  private void say(SpokenPiece piece, Duration length) {
    Duration start = spoken;
    spoken = spoken.plus(length);
    List<Word> words =
        piece.words(start).stream().filter(word -> word.start().compareTo(spoken) < 0).toList();
    if (tts.wordTimes() && !words.isEmpty()) {
      listener.onWords(words);
    }
    AudioFrame audio = piece.audio(length);
    if (audio.sampleCount() > 0 && !end.ended()) {
      listener.onAudio(audio);
    }
  }

  private void closeWhenAllIsSpoken() {
    if (finished && waiting == 0) {
      end.end(CloseReason.finished());
    }
  }

  @Override
  public synchronized void finish() {
    finished = true;
    closeWhenAllIsSpoken();
  }

  @Override
  public synchronized void close() {
    end.end(CloseReason.cancelled());
  }
}
