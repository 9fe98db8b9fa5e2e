package dev.parley.local;

import dev.parley.AgentException;
import dev.parley.ErrorKind;
import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.local.stream.Delivery;
import dev.parley.local.stream.SerialTasks;
import dev.parley.local.tts.Kevin;
import dev.parley.local.tts.Sink;
import dev.parley.spi.CloseReason;
import dev.parley.spi.TtsListener;
import dev.parley.spi.TtsStream;
import dev.parley.spi.Word;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One reply in FreeTTS' voice, sentence by sentence, on borrowed threads. */
final class FreeTtsStream extends TtsStream {
  private static final int MOST_WAITING = 64;

  private final FreeTtsVoice voices;
  private final Delivery<TtsListener> delivery;
  private final SerialTasks tasks;
  private final AudioFormat format;
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile boolean full;
  private volatile boolean closed;
  private volatile boolean finished;
  private long samples;
  private int spoken;

  FreeTtsStream(FreeTtsVoice voices, Executor executor, TtsListener listener) {
    this.voices = voices;
    this.delivery = new Delivery<>(listener);
    this.tasks = new SerialTasks(executor);
    this.format = voices.capabilities().output();
  }

  @Override
  public boolean offer(String text) {
    if (closed || finished) {
      return false;
    }
    if (waiting.get() >= MOST_WAITING) {
      full = true;
      return false;
    }
    waiting.incrementAndGet();
    return tasks.submit(() -> take(text));
  }

  private void take(String text) {
    if (!closed) {
      speak(text);
      int number = spoken++;
      delivery.tell(each -> each.onSpoken(number));
    }
    waiting.decrementAndGet();
    if (full) {
      full = false;
      delivery.tell(TtsListener::onReady);
    }
  }

  private void speak(String text) {
    Kevin voice = voices.take();
    try {
      if (voice.speak(text, samples == 0, new Piece(samples))) {
        voices.giveBack(voice);
      } else {
        tellLeftOut(text, null);
      }
    } catch (RuntimeException defect) { // FreeTTS trips over rare texts; the voice is dropped
      tellLeftOut(text, defect);
    }
  }

  private void tellLeftOut(String text, @Nullable RuntimeException cause) {
    String message =
        "freetts could not speak a text of " + text.length() + " characters; it is left out";
    delivery.tell(each -> each.onError(new AgentException(ErrorKind.BAD_REQUEST, message, cause)));
  }

  @Override
  public void finish() {
    if (!finished && !closed) {
      finished = true;
      if (!tasks.submit(() -> delivery.close(CloseReason.finished()))) {
        close();
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    delivery.close(CloseReason.cancelled());
  }

  /** Takes one sentence from the voice. */
  private final class Piece implements Sink {
    private final long start;

    Piece(long start) {
      this.start = start;
    }

    @Override
    public boolean isCancelled() {
      return closed;
    }

    @Override
    public void words(List<SpokenWord> words) {
      List<Word> timed =
          words.stream()
              .map(
                  word ->
                      Word.of(
                          word.text(),
                          format.durationOf(start + word.startSample()),
                          format.durationOf(start + word.endSample())))
              .toList();
      delivery.tell(each -> each.onWords(timed));
    }

    @Override
    public void audio(byte[] pcm) {
      AudioFrame frame = AudioFrame.wrap(format, pcm);
      samples += frame.sampleCount();
      delivery.tell(each -> each.onAudio(frame));
    }
  }
}
