package dev.parley.tts;

import dev.parley.AgentException;
import dev.parley.audio.AudioFrame;
import dev.parley.spi.CloseReason;
import dev.parley.spi.TtsListener;
import dev.parley.spi.TtsRequest;
import dev.parley.spi.TtsStream;
import dev.parley.spi.Word;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One reply with any vendor: takes text, begins attempts, and tells the listener, one call at a
 * time and {@code onClosed} once.
 *
 * <p>What comes of an attempt is heard by {@link Attempt}; this class decides what a reply does
 * about it. All state is used in {@code serial} only, but for the intake and {@code silent}.
 */
final class SpeechStream extends TtsStream {
  private final Serial serial = new Serial();
  private final Intake intake = new Intake();
  private final Voicing voicing;
  private final TtsRequest request;
  private final TtsListener listener;
  private final boolean probing;
  private final Script script;
  private final SampleStream samples;
  private final WordLine words = new WordLine();
  private final SpeechMetrics metrics;
  private final Retries retries;
  private final Watch pause;
  private @Nullable Attempt attempt;
  private boolean finished;
  private boolean over;
  private int sentOffer = -1;
  private int toldOffer = -1;
  private long heardSamples;
  private volatile boolean silent;

  SpeechStream(Voicing voicing, TtsRequest request, TtsListener listener) {
    this(voicing, request, listener, false);
  }

  private SpeechStream(Voicing voicing, TtsRequest request, TtsListener listener, boolean probing) {
    this.voicing = voicing;
    this.request = request;
    this.listener = listener;
    this.probing = probing;
    this.script = new Script(voicing.manners());
    this.samples = new SampleStream(voicing.manners().output());
    this.metrics = new SpeechMetrics(voicing.manners().name(), request.context().clock(), listener);
    this.retries = new Retries(voicing.patience(), request.context().sessionId().hashCode());
    this.pause = new Watch(request.context().clock(), serial);
  }

  /** Returns a stream that speaks although the voice is taken out. */
  static SpeechStream probe(Voicing voicing, TtsRequest request, TtsListener listener) {
    return new SpeechStream(voicing, request, listener, true);
  }

  @Override
  public boolean offer(String text) {
    if (!intake.take(text)) {
      return false;
    }
    serial.execute(() -> take(text));
    return true;
  }

  private void take(String text) {
    if (over) {
      return;
    }
    metrics.text();
    int before = script.size();
    script.add(text);
    words.append(text);
    if (script.size() == before) {
      release(text.length());
    } else if (attempt == null) {
      begin(0);
    } else {
      attempt.pump();
    }
  }

  @Override
  public void anticipate(String text) {
    if (voicing.vendor().asksAhead()) {
      serial.execute(() -> expect(text));
    }
  }

  private void expect(String text) {
    Part part = over || finished ? null : script.likely(text);
    if (part == null) {
      return;
    }
    if (attempt == null) {
      begin(0);
    }
    serial.execute( // behind the vendor's word that it is ready, which an attempt may get at once
        () -> {
          if (attempt != null) {
            attempt.anticipate(part);
          }
        });
  }

  @Override
  public void finish() {
    if (!intake.shut()) {
      return;
    }
    serial.execute(
        () -> {
          finished = true;
          if (over) {
            return;
          }
          if (attempt == null) {
            end(CloseReason.finished());
          } else {
            attempt.pump();
          }
        });
  }

  @Override
  public void close() {
    intake.shut();
    silent = true;
    serial.execute(this::cut);
  }

  private void cut() {
    if (over) {
      return;
    }
    if (attempt != null) {
      attempt.stop();
      metrics.cancelled(unspoken());
    }
    end(CloseReason.cancelled());
  }

  private int unspoken() {
    int sent = attempt == null ? 0 : attempt.sentCharacters();
    return Math.max(0, sent - words.spokenCharacters());
  }

  /** Begins with the part of this number. */
  private void begin(int part) {
    Optional<AgentException> out = probing ? Optional.empty() : voicing.health().out();
    if (out.isPresent()) {
      end(CloseReason.failed(out.get()));
      return;
    }
    words.begin(script.startOf(part), samples.received());
    attempt = new Attempt(this, part);
    attempt.begin();
  }

  /** An attempt failed; nothing of what would be said again has been heard when it is clean. */
  void failed(AgentException error, int nextPart, boolean clean) {
    Optional<Duration> delay = clean ? retries.after(error) : Optional.empty();
    if (delay.isEmpty()) {
      end(CloseReason.failed(told(retries.tellingMost(error))));
    } else if (delay.get().isZero()) {
      begin(nextPart);
    } else {
      pause.set(delay.get(), () -> begin(nextPart));
    }
  }

  /** Once something was heard the same attempt must not be made again, whatever the vendor says. */
  private AgentException told(AgentException error) {
    boolean retryable = error.isRetryable() && !hasSpoken();
    String message = script.withoutText(String.valueOf(error.getMessage()));
    return new AgentException(
        error.kind(), message, error.getCause(), retryable, error.retryAfter().orElse(null));
  }

  /** The whole text has been spoken. */
  void complete() {
    give(samples.finish());
    giveWords();
    tellSpoken(script.offers() - 1);
    end(CloseReason.finished());
  }

  private void end(CloseReason reason) {
    over = true;
    silent = true;
    intake.shut();
    pause.cancel();
    if (hasSpoken()) {
      voicing.health().spoke();
    } else {
      reason
          .error()
          .filter(error -> attempt != null)
          .ifPresent(error -> voicing.health().failed(error, request.context()));
    }
    Duration heard = voicing.manners().output().durationOf(heardSamples);
    metrics.end(heard, retries.done(), samples.droppedBytes(), voicing.late().take());
    listener.onClosed(reason);
  }

  private boolean hasSpoken() {
    return !samples.received().isZero();
  }

  /** Hands bytes of the vendor on to the listener, unless it has been told to fall silent. */
  void audio(ByteBuffer pcm) {
    metrics.bytes();
    give(samples.add(pcm));
    giveWords();
  }

  /** Ends the audio of a part. */
  void partDone(Part part) {
    give(samples.endPart());
    giveWords();
    if (part.last()) {
      tellSpoken(part.offer());
    }
  }

  /** Adds words, counted from the start of the attempt's audio. */
  void words(List<Word> told) {
    words.add(told);
    giveWords();
  }

  private void give(List<AudioFrame> frames) {
    for (AudioFrame frame : frames) {
      if (!silent) {
        metrics.sound(samples.trimmed());
        heardSamples += frame.sampleCount();
        listener.onAudio(frame);
      }
    }
  }

  /** Word times wait until it is known how much silence is left out in front of them. */
  private void giveWords() {
    List<Word> known = samples.started() ? words.take(samples.trimmed()) : List.of();
    if (!known.isEmpty() && !silent) {
      listener.onWords(known);
    }
  }

  private void tellSpoken(int offer) {
    if (offer > toldOffer && !silent && hasSpoken()) {
      toldOffer = offer;
      listener.onSpoken(offer);
    }
  }

  /** Counts an offer out that has been sent wholly, the first time that it is. */
  void releaseOffer(int offer) {
    if (offer > sentOffer) {
      sentOffer = offer;
      release(script.lengthOf(offer));
    }
  }

  private void release(int characters) {
    if (intake.release(characters) && !silent) {
      listener.onReady();
    }
  }

  boolean isOver() {
    return over;
  }

  boolean isFinished() {
    return finished;
  }

  Serial serial() {
    return serial;
  }

  Script script() {
    return script;
  }

  SpeechMetrics metrics() {
    return metrics;
  }

  Voicing voicing() {
    return voicing;
  }

  TtsRequest request() {
    return request;
  }
}
