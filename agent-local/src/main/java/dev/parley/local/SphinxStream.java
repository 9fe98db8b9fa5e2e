package dev.parley.local;

import dev.parley.AgentException;
import dev.parley.ErrorKind;
import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.audio.Resampler;
import dev.parley.local.stream.Delivery;
import dev.parley.local.stream.SerialTasks;
import dev.parley.local.stt.Utterances;
import dev.parley.local.stt.Utterances.Understood;
import dev.parley.spi.CloseReason;
import dev.parley.spi.SttListener;
import dev.parley.spi.SttRequest;
import dev.parley.spi.SttStream;
import dev.parley.spi.Transcript;
import dev.parley.spi.VadListener;
import dev.parley.spi.VadRequest;
import dev.parley.spi.VadStream;
import dev.parley.spi.VoiceActivityDetector;
import dev.parley.spi.Word;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** One participant's speech: finds utterances, decodes them on borrowed threads while they last. */
final class SphinxStream extends SttStream {
  private static final AudioFormat FORMAT = AudioFormat.MONO_16K;
  private static final int MOST_WAITING_SAMPLES = 10 * 16_000;
  private static final int INTERIM_EVERY_SAMPLES = 4_000;
  private static final int BEFORE_SPEECH_SAMPLES = 6_400;
  private static final int LONGEST_SAMPLES = 30 * 16_000;
  private static final int PIECE_SAMPLES = 320;

  private final Utterances utterances;
  private final Delivery<SttListener> delivery;
  private final SerialTasks tasks;
  private final Resampler resampler;
  private final RecentSound recent = new RecentSound(BEFORE_SPEECH_SAMPLES);
  private final AtomicInteger waiting = new AtomicInteger();
  private final VadStream vad;
  private volatile boolean closed;
  private volatile boolean finished;
  // What follows belongs to the tasks, which run one after the other.
  private boolean talking;
  private boolean speaking;
  private long heard;
  private long began;
  private long nextInterim;
  private long utterance;
  private String interim = "";

  SphinxStream(
      Utterances utterances,
      VoiceActivityDetector detector,
      SttRequest request,
      SttListener listener) {
    this.utterances = utterances;
    this.delivery = new Delivery<>(listener);
    this.tasks = new SerialTasks(request.context().blocking());
    this.resampler = new Resampler(request.format(), FORMAT);
    this.vad =
        detector.open(
            new VadRequest(request.participant(), FORMAT, request.context()), new Activity());
  }

  @Override
  public boolean offer(AudioFrame frame) {
    if (closed || finished) {
      return false;
    }
    int samples = frame.sampleCount();
    if (waiting.addAndGet(samples) > MOST_WAITING_SAMPLES) {
      waiting.addAndGet(-samples);
      return false;
    }
    return submit(
        () -> {
          waiting.addAndGet(-samples);
          hearAll(resampler.process(frame));
        });
  }

  /** Runs a task; one that fails ends the stream, so that the engine opens another. */
  private boolean submit(Runnable task) {
    return tasks.submit(
        () -> {
          try {
            task.run();
          } catch (RuntimeException defect) {
            closed = true;
            delivery.close(
                CloseReason.failed(
                    new AgentException(ErrorKind.INTERNAL, "sphinx failed on a frame", defect)));
          }
        });
  }

  /** Cuts long frames, so that speech cannot begin and end within one piece. */
  private void hearAll(AudioFrame sound) {
    for (int at = 0; at < sound.sampleCount(); at += PIECE_SAMPLES) {
      hear(sound.slice(at, Math.min(at + PIECE_SAMPLES, sound.sampleCount())));
    }
  }

  private void hear(AudioFrame sound) {
    if (closed) {
      return;
    }
    var samples = new short[sound.sampleCount()];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = sound.sample(i);
    }
    boolean before = talking;
    vad.offer(sound);
    heard += samples.length;
    if (talking && before) {
      utterances.decode(samples);
      tellInterim();
      endIfEndless();
    } else if (talking) {
      recent.add(samples);
      begin();
    } else {
      recent.add(samples);
    }
  }

  private void begin() {
    short[] start = recent.drain();
    began = heard - start.length;
    nextInterim = heard + INTERIM_EVERY_SAMPLES;
    interim = "";
    utterances.begin();
    delivery.tell(each -> each.onSpeechStarted(time(began)));
    utterances.decode(start);
  }

  /** What goes on for half a minute is no sentence: a television, or an engine that runs. */
  private void endIfEndless() {
    if (heard - began >= LONGEST_SAMPLES) {
      end();
      talking = true;
      begin();
    }
  }

  private void tellInterim() {
    if (heard < nextInterim) {
      return;
    }
    nextInterim = heard + INTERIM_EVERY_SAMPLES;
    Understood soFar = utterances.soFar();
    if (!soFar.text().isEmpty() && !soFar.text().equals(interim)) {
      interim = soFar.text();
      delivery.tell(each -> each.onInterim(transcript(soFar)));
    }
  }

  private void end() {
    if (!talking) {
      return;
    }
    talking = false;
    recent.clear();
    Understood understood = utterances.end();
    delivery.tell(each -> each.onFinal(transcript(understood)));
    utterance++;
  }

  private Transcript transcript(Understood understood) {
    List<Word> words =
        understood.words().stream()
            .map(
                word ->
                    new Word(
                        word.text(),
                        time(began).plus(word.start()),
                        time(began).plus(word.end()),
                        understood.confidence()))
            .toList();
    return Transcript.builder(understood.text())
        .words(words)
        .span(time(began), time(heard))
        .confidence(understood.confidence())
        .language("en")
        .utterance(utterance)
        .build();
  }

  private static Duration time(long samples) {
    return FORMAT.durationOf(samples);
  }

  @Override
  public void forceEndpoint() {
    if (!closed && !finished) {
      submit(this::end);
    }
  }

  @Override
  public void finish() {
    if (!closed && !finished) {
      finished = true;
      boolean taken =
          submit(
              () -> {
                end();
                vad.close();
                delivery.close(CloseReason.finished());
              });
      if (!taken) {
        close();
      }
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      tasks.submit(vad::close);
      delivery.close(CloseReason.cancelled());
    }
  }

  /** Speech as this stream's own detector hears it; called within its {@code offer}. */
  private final class Activity extends VadListener {
    @Override
    public void onVoice(boolean present) {
      if (present && speaking) {
        talking = true; // goes on after a forced endpoint
      }
    }

    @Override
    public void onSpeechStarted(Duration lasted) {
      speaking = true;
      talking = true;
    }

    @Override
    public void onSpeechEnded(Duration silence) {
      speaking = false;
      end();
    }
  }
}
