package dev.parley.internal.ear;

import dev.parley.AgentException;
import dev.parley.Cancellable;
import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.audio.Resampler;
import dev.parley.internal.loop.SessionLoop;
import dev.parley.spi.CloseReason;
import dev.parley.spi.Participant;
import dev.parley.spi.PluginContext;
import dev.parley.spi.PluginMetric;
import dev.parley.spi.SpeechToText;
import dev.parley.spi.VadListener;
import dev.parley.spi.VadRequest;
import dev.parley.spi.VadStream;
import dev.parley.spi.VoiceActivityDetector;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hears one participant: finds stretches of speech, and puts transcripts to them. On the session
 * loop.
 *
 * <p>Where there is no voice activity detector, the recogniser's own signals begin and end a
 * stretch.
 */
public final class Ear {
  /** A recogniser that says nothing for so long has lost whoever spoke. */
  private static final Duration LONGEST_UNHEARD = Duration.ofSeconds(10);

  private final SessionLoop loop;
  private final Participant participant;
  private final @Nullable VoiceActivityDetector detector;
  private final PluginContext context;
  private final boolean endpointsForRecogniser;
  private final EarListener listener;
  private final Stretches stretches = new Stretches();
  private final SttLink link;
  private final AudioFormat format;
  private @Nullable VadStream vad;
  private @Nullable Resampler resampler;
  private @Nullable Stretch current;
  private Duration confirmAfter = Duration.ZERO;
  private Cancellable confirmation = Cancellable.NONE;
  private Cancellable unheard = Cancellable.NONE;
  private boolean deaf;
  private boolean closing;
  private boolean vadOpen;
  private boolean linkOpen = true;

  /**
   * Creates an ear.
   *
   * @param endpointsForRecogniser whether the recogniser is told when speech is over
   */
  public Ear(
      SessionLoop loop,
      Participant participant,
      AudioFormat format,
      @Nullable VoiceActivityDetector detector,
      List<SpeechToText> recognisers,
      List<String> keyterms,
      PluginContext context,
      boolean endpointsForRecogniser,
      EarListener listener) {
    this.loop = loop;
    this.participant = participant;
    this.format = format;
    this.detector = detector;
    this.context = context;
    this.endpointsForRecogniser = endpointsForRecogniser;
    this.listener = listener;
    this.link =
        new SttLink(loop, recognisers, participant, format, keyterms, context, new Understanding());
  }

  /** Whose ear it is for. */
  public Participant participant() {
    return participant;
  }

  /** Opens detector and recogniser, ahead of the first sound. */
  public void open() {
    if (detector != null) {
      vadOpen = true;
      vad = detector.open(new VadRequest(participant, format, context), new Activity());
    }
    link.open();
  }

  /**
   * Takes a frame.
   *
   * @param captured when the last of it was captured, in nanoseconds of the loop's time
   */
  public void hear(AudioFrame frame, long captured) {
    if (deaf || closing) {
      return;
    }
    AudioFrame heard = frame.format().equals(format) ? frame : resampled(frame);
    link.offer(heard, captured - heard.duration().toNanos());
    if (vad != null) {
      vad.offer(heard);
    }
  }

  /** How much more audio is needed before anything can come of it. */
  public Duration wants() {
    Duration byLink = link.wants();
    Duration byVad = vad == null ? byLink : vad.wants();
    return byVad.compareTo(byLink) < 0 ? byVad : byLink;
  }

  private AudioFrame resampled(AudioFrame frame) {
    if (resampler == null) {
      resampler = new Resampler(frame.format(), format);
    }
    return resampler.process(frame);
  }

  /**
   * Hears nothing until told otherwise: a conversation on hold. What was heard before may still be
   * understood.
   */
  public void deafen(boolean deaf) {
    this.deaf = deaf;
    if (deaf) {
      confirmation.cancel();
      if (current != null) {
        end(current, loop.now());
      }
    }
  }

  /** Tells the recogniser what the agent said. */
  public void agentSaid(String text) {
    link.agentSaid(text);
  }

  /** Asks the recogniser for what it has, because the talk button was let go. */
  public void forceEndpoint() {
    link.forceEndpoint();
  }

  /** The stretch that goes on, or null. */
  public @Nullable Stretch current() {
    return current;
  }

  /** Closes; what is pending is waited for if {@code lastWords}. */
  public void close(boolean lastWords) {
    if (!closing && vad != null) {
      vad.close();
    }
    closing = true;
    confirmation.cancel();
    unheard.cancel();
    if (lastWords) {
      link.finish();
    } else {
      link.close();
    }
    tellIfClosed();
  }

  private void tellIfClosed() {
    if (closing && !vadOpen && !linkOpen) {
      linkOpen = true; // told once
      listener.onClosed(this);
    }
  }

  private Stretch begin(long began, boolean detected, boolean withWords) {
    var stretch = new Stretch(participant.id(), began, loop.now(), withWords);
    stretches.add(stretch);
    if (detected) {
      if (current != null) {
        end(current, began); // its final never came
      }
      current = stretch;
      heardOf(stretch);
    }
    listener.onSpeechStarted(stretch);
    return stretch;
  }

  /** Without a detector a stretch of which nothing more is heard would never end. */
  private void heardOf(Stretch stretch) {
    if (detector == null && stretch == current) {
      long now = loop.now();
      unheard.cancel();
      unheard = loop.schedule(LONGEST_UNHEARD, () -> end(stretch, now));
    }
  }

  private void end(Stretch stretch, long lastSound) {
    stretch.end(loop.now(), lastSound);
    if (current == stretch) {
      current = null;
      unheard.cancel();
    }
    listener.onSpeechEnded(stretch);
  }

  /** Voice activity. */
  private final class Activity extends VadListener {
    private void onLoop(Runnable work) {
      if (loop.isInLoop()) {
        runUnlessDeaf(work); // local detectors answer within offer
      } else {
        loop.execute(() -> runUnlessDeaf(work));
      }
    }

    private void runUnlessDeaf(Runnable work) {
      if (!deaf && !closing) {
        work.run();
      }
    }

    @Override
    public void onVoice(boolean present) {
      onLoop(
          () -> {
            confirmation.cancel();
            if (present) {
              voiceCame();
            } else if (current != null) {
              current.voiceStopped(loop.now());
              listener.onVoice(current, false);
            }
          });
    }

    private void voiceCame() {
      long began = loop.now();
      Stretch before = current;
      if (before == null) {
        return;
      }
      if (before.isSettled() || before.hasFinal()) {
        // What is said now is another stretch even without a pause between; it takes as long to be
        // taken for speech.
        end(before, began);
        confirmation = loop.schedule(confirmAfter, () -> confirm(began));
      } else {
        before.voiceCameBack();
        listener.onVoice(before, true);
      }
    }

    private void confirm(long began) {
      if (current == null && !deaf && !closing) {
        begin(began, true, false);
      }
    }

    @Override
    public void onSpeechStarted(Duration lasted) {
      onLoop(
          () -> {
            if (current == null) {
              confirmAfter = lasted;
              begin(loop.now() - lasted.toNanos(), true, false);
            }
          });
    }

    @Override
    public void onSpeechEnded(Duration silence) {
      onLoop(
          () -> {
            if (current != null) {
              end(current, loop.now() - silence.toNanos());
            }
            if (endpointsForRecogniser) {
              link.forceEndpoint();
            }
          });
    }

    @Override
    public void onError(AgentException error) {
      loop.execute(() -> listener.onError("vad", error));
    }

    @Override
    public void onClosed(CloseReason reason) {
      loop.execute(
          () -> {
            vadOpen = false;
            reason.error().ifPresent(error -> listener.onError("vad", error));
            tellIfClosed();
          });
    }
  }

  /** Transcripts. */
  private final class Understanding implements SttLink.Listener {
    @Override
    public void onSpeechStarted(long began) {
      if (!deaf && detector == null && current == null) {
        begin(began, true, false);
      }
    }

    @Override
    public void onInterim(SttLink.Heard heard) {
      if (heard.transcript().text().isBlank()) {
        return;
      }
      Stretch stretch = stretchOf(heard, false);
      if (stretch.hasFinal() && Stretches.isDouble(stretch, heard.transcript().text())) {
        return;
      }
      stretch.interim(heard.transcript().text());
      heardOf(stretch);
      listener.onInterim(stretch);
    }

    @Override
    public void onFinal(SttLink.Heard heard) {
      String text = heard.transcript().text();
      Stretch stretch = stretchOf(heard, true);
      if (Stretches.isDouble(stretch, text)) {
        return;
      }
      stretch.addFinal(text);
      link.settledUntil(
          heard.ended() >= 0
              ? heard.ended()
              : stretch.isSounding() ? loop.now() : stretch.soundEnd());
      if (detector == null && !stretch.isEnded()) {
        end(stretch, heard.ended() >= 0 ? heard.ended() : loop.now());
      }
      listener.onFinal(stretch, text);
    }

    private Stretch stretchOf(SttLink.Heard heard, boolean isFinal) {
      Stretch known = stretches.of(heard, isFinal);
      if (known == null && detector == null && current != null && !current.hasWords()) {
        known = current; // these are the words of the speech that was said to have begun
        stretches.bind(heard, known);
      }
      if (known == null || (detector == null && known.isEnded() && !isFinal)) {
        known = begin(heard.began() >= 0 ? heard.began() : loop.now(), detector == null, true);
        stretches.bind(heard, known);
        if (detector != null) {
          end(known, heard.ended() >= 0 ? heard.ended() : loop.now());
        }
      }
      return known;
    }

    @Override
    public void onEndOfTurn() {
      listener.onEndOfTurn(participant.id());
    }

    @Override
    public void onError(AgentException error) {
      listener.onError("stt", error);
    }

    @Override
    public void onMetric(PluginMetric metric) {
      listener.onMetric(metric);
    }

    @Override
    public void onEnded() {
      linkOpen = false;
      tellIfClosed();
    }
  }
}
