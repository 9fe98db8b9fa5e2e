package dev.parley.testkit;

import dev.parley.Cancellable;
import dev.parley.SessionClock;
import dev.parley.audio.AudioFrame;
import dev.parley.spi.CloseReason;
import dev.parley.spi.PluginContext;
import dev.parley.spi.VadListener;
import dev.parley.spi.VadRequest;
import dev.parley.spi.VadStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hears one participant of a talk. */
final class ScriptedVadStream extends VadStream {
  private final ScriptedVad vad;
  private final PluginContext context;
  private final VadListener listener;
  private final SessionClock sounds;
  private final SessionClock silences;
  private final TalkTime time;
  private final StreamEnd end;
  private final Set<Integer> heard = new HashSet<>();
  private int sounding;
  private boolean speech;
  private boolean finished;
  private long silentSinceNanos;
  private Cancellable start = Cancellable.NONE;
  private @Nullable Cancellable confirmation;

  ScriptedVadStream(ScriptedVad vad, VadRequest request, VadListener listener, Runnable counted) {
    this.vad = vad;
    this.context = request.context();
    this.listener = listener;
    this.sounds = InputClock.of(context.clock(), ClockEntry.SOUND);
    this.silences = InputClock.of(context.clock(), ClockEntry.SILENCE);
    this.time = new TalkTime(vad.talk(), context);
    this.end = new StreamEnd(InputClock.of(context.clock(), ClockEntry.INPUT), listener, counted);
  }

  @Override
  public synchronized boolean offer(AudioFrame frame) {
    if (finished || end.ended()) {
      return false;
    }
    for (SoundFrames.Mark mark : SoundFrames.marksIn(frame, vad.talk().sounds())) {
      if (heard.add(mark.sound())) {
        begins(vad.talk().sounds().get(mark.sound()));
      }
    }
    return true;
  }

  private void begins(Sound sound) {
    time.hearsBeginOf(sound);
    Duration left = time.until(sound.end());
    if (left.isNegative() || left.isZero()) {
      return;
    }
    confirmIfDue();
    sounding++;
    sounds.schedule(left, this::soundEnds);
    if (sounding == 1) {
      voiceBegins();
    }
  }

  /**
   * A stretch that has been silent for long enough is over before the next begins, also at the same
   * instant.
   */
  private void confirmIfDue() {
    if (confirmation != null) {
      confirmation.cancel();
      confirmation = null;
      if (now() - silentSinceNanos >= vad.endsAfter().toNanos()) {
        speechEnds();
      }
    }
  }

  private void voiceBegins() {
    listener.onVoice(true);
    if (!speech) {
      start = sounds.schedule(vad.startsAfter(), this::speechStarts);
    }
  }

  private synchronized void speechStarts() {
    if (!end.ended() && sounding > 0) {
      speech = true;
      listener.onSpeechStarted(vad.startsAfter());
    }
  }

  private synchronized void soundEnds() {
    if (finished || end.ended()) {
      return;
    }
    sounding--;
    if (sounding == 0) {
      falls();
    }
  }

  private void falls() {
    start.cancel();
    silentSinceNanos = now();
    listener.onVoice(false);
    if (speech) {
      confirmation = silences.schedule(vad.endsAfter(), this::confirmed);
    }
  }

  private synchronized void confirmed() {
    if (!finished && !end.ended() && sounding == 0 && speech) {
      confirmation = null;
      speechEnds();
    }
  }

  private void speechEnds() {
    speech = false;
    listener.onSpeechEnded(Duration.ofNanos(now() - silentSinceNanos));
  }

  private long now() {
    return context.clock().nanoTime();
  }

  @Override
  public synchronized void finish() {
    if (!finished && !end.ended()) {
      finished = true;
      start.cancel();
      sounds.schedule(Duration.ZERO, this::endsWithTheAudio);
    }
  }

  private synchronized void endsWithTheAudio() {
    if (end.ended()) {
      return;
    }
    if (sounding > 0) {
      silentSinceNanos = now();
      listener.onVoice(false);
    }
    if (speech) {
      speechEnds();
    }
    end.end(CloseReason.finished());
  }

  @Override
  public synchronized void close() {
    start.cancel();
    end.end(CloseReason.cancelled());
  }
}
