package dev.parley.tts;

import dev.parley.AgentException;
import dev.parley.audio.AudioFrame;
import dev.parley.spi.CloseReason;
import dev.parley.spi.PluginMetric;
import dev.parley.spi.TextToSpeech;
import dev.parley.spi.TtsListener;
import dev.parley.spi.TtsRequest;
import dev.parley.spi.TtsStream;
import dev.parley.spi.Word;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A reply that begins with the phrases that are kept; from the first that is not on, the voice
 * itself goes on.
 */
final class CachedStream extends TtsStream {
  private final Serial serial = new Serial();
  private final TextToSpeech voice;
  private final PhraseStore store;
  private final Consumer<String> said;
  private final TtsRequest request;
  private final TtsListener listener;
  private @Nullable TtsStream rest;
  private int offers;
  private boolean ended;
  private long toldSamples;
  private boolean over;
  private volatile boolean silent;

  CachedStream(
      TextToSpeech voice,
      PhraseStore store,
      Consumer<String> said,
      TtsRequest request,
      TtsListener listener) {
    this.voice = voice;
    this.store = store;
    this.said = said;
    this.request = request;
    this.listener = listener;
  }

  @Override
  public boolean offer(String text) {
    if (ended) {
      return false;
    }
    String key = text.strip();
    Optional<Phrase> kept =
        rest == null ? store.find(new PhraseKey(request.language(), key)) : Optional.empty();
    if (kept.isPresent()) {
      int number = offers;
      serial.execute(() -> tell(kept.get(), number));
    } else if (rest != null || Texts.isSpeakable(key)) {
      rest = rest == null ? voice.open(request, new Rest(offers)) : rest;
      if (!rest.offer(text)) {
        return false;
      }
      said.accept(key);
    }
    offers++;
    return true;
  }

  /** What is kept needs no asking, and before the voice has begun it may be that all is. */
  @Override
  public void anticipate(String text) {
    if (rest != null && !ended) {
      rest.anticipate(text);
    }
  }

  private void tell(Phrase phrase, int number) {
    Duration start = told();
    for (AudioFrame frame : phrase.audio()) {
      if (!silent) {
        toldSamples += frame.sampleCount();
        listener.onAudio(frame);
      }
    }
    if (!silent && !phrase.words().isEmpty()) {
      listener.onWords(phrase.wordsAfter(start));
    }
    if (!silent) {
      listener.onSpoken(number);
    }
  }

  private Duration told() {
    return voice.capabilities().output().durationOf(toldSamples);
  }

  @Override
  public void finish() {
    if (ended) {
      return;
    }
    ended = true;
    if (rest != null) {
      rest.finish();
    } else {
      serial.execute(() -> end(CloseReason.finished()));
    }
  }

  @Override
  public void close() {
    ended = true;
    silent = true;
    if (rest != null) {
      rest.close();
    } else {
      serial.execute(() -> end(CloseReason.cancelled()));
    }
  }

  private void end(CloseReason reason) {
    if (!over) {
      over = true;
      listener.onClosed(reason);
    }
  }

  /** Passes on what the voice itself tells of the rest, counted from the start of the reply. */
  private final class Rest extends TtsListener {
    private final int before;
    private @Nullable Duration start;

    Rest(int before) {
      this.before = before;
    }

    private void pass(Runnable call) {
      serial.execute(
          () -> {
            if (!over) {
              start = start == null ? told() : start;
              call.run();
            }
          });
    }

    @Override
    public void onAudio(AudioFrame frame) {
      pass(
          () -> {
            if (!silent) {
              listener.onAudio(frame);
            }
          });
    }

    @Override
    public void onWords(List<Word> words) {
      pass(
          () -> {
            Duration by = start == null ? Duration.ZERO : start;
            if (!silent) {
              listener.onWords(words.stream().map(each -> Phrase.later(each, by)).toList());
            }
          });
    }

    @Override
    public void onSpoken(int offer) {
      pass(
          () -> {
            if (!silent) {
              listener.onSpoken(before + offer);
            }
          });
    }

    @Override
    public void onReady() {
      pass(
          () -> {
            if (!silent) {
              listener.onReady();
            }
          });
    }

    @Override
    public void onError(AgentException error) {
      pass(() -> listener.onError(error));
    }

    @Override
    public void onMetric(PluginMetric metric) {
      pass(() -> listener.onMetric(metric));
    }

    @Override
    public void onClosed(CloseReason reason) {
      pass(() -> end(reason));
    }
  }
}
