package dev.parley.internal.playout;

import dev.parley.Cancellable;
import dev.parley.audio.AudioFrame;
import dev.parley.audio.Gain;
import dev.parley.internal.loop.SessionLoop;
import dev.parley.internal.voice.Speech;
import dev.parley.spi.Room;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Sends speeches into the room at the speed of speech, and knows how much of them has been heard.
 *
 * <p>Lives on the session loop. Speeches are played in the order in which they were added, without
 * a gap. A frame of 20 ms goes out every 20 ms, the first one at once; after a stall playout
 * catches up by three frames at most.
 */
public final class Playout {
  /** Hears what happens; on the loop. */
  public interface Listener {
    /** The first frame of a speech has gone into the room. */
    void onFirstFrame(Speech speech);

    /** The last frame of a speech has been heard. */
    void onHeard(Speech speech);
  }

  private static final Duration FRAME = Duration.ofMillis(20);
  private static final long FRAME_NANOS = FRAME.toNanos();
  private static final long MOST_LATE_NANOS = 3 * FRAME_NANOS;

  /** Speeches that an echo may still repeat. */
  private static final int REMEMBERED = 8;

  /** A room whose report of what was heard is late is believed after so many looks of 20 ms. */
  private static final int MOST_LOOKS = 100;

  private final SessionLoop loop;
  private final Pacer.Beat beat;
  private final Room room;
  private final Listener listener;
  private final Gain gain;
  private final double duckDecibels;
  private final int frameSamples;
  private final long leadNanos;
  private final HeardLedger ledger = new HeardLedger();
  private final Deque<Speech> line = new ArrayDeque<>();
  private Cancellable endTimer = Cancellable.NONE;
  private int looks;
  private boolean running;
  private boolean silent;
  private boolean ducked;
  private long nextDue;
  private final Deque<Speech> said = new ArrayDeque<>();

  /** Creates a playout into a room, with nothing to play. */
  public Playout(SessionLoop loop, Pacer pacer, Room room, double duckDecibels, Listener listener) {
    this.loop = loop;
    this.room = room;
    this.listener = listener;
    this.duckDecibels = duckDecibels;
    var capabilities = room.capabilities();
    this.gain = new Gain(capabilities.output());
    this.frameSamples = (int) capabilities.output().samplesIn(FRAME);
    this.leadNanos = capabilities.lead().toNanos();
    Runnable play = this::playOn;
    this.beat = pacer.newBeat(() -> loop.execute(play));
    this.nextDue = loop.now();
  }

  /** Puts a speech at the end of the line. Its audio may still be to come. */
  public void add(Speech speech) {
    line.add(speech);
    wake();
  }

  /** Says that a speech in line has got audio or is complete. */
  public void wake() {
    if (!running && !silent && !line.isEmpty()) {
      nextDue = Math.max(nextDue, loop.now());
      play();
    }
  }

  /**
   * Falls silent before the next frame, and takes nothing back: for speeches that have not begun.
   */
  public void hold() {
    silent = true;
    stop();
  }

  /**
   * Falls silent at once: what has not been heard comes back, and will begin at the start of the
   * word that was cut.
   */
  public void pause() {
    hold();
    settle();
    Speech cutSpeech = ledger.first();
    long cutAt = cutSpeech == null ? 0 : ledger.firstPosition();
    room.clear();
    ledger.takeBack();
    nextDue = loop.now();
    Speech speech = cutSpeech != null ? cutSpeech : sending();
    if (speech != null) {
      speech.seek(speech.startOfWordAt(cutSpeech != null ? cutAt : speech.positionNanos()));
    }
  }

  /** Goes on after {@link #hold} or {@link #pause}. */
  public void resume() {
    silent = false;
    wake();
  }

  /** Goes on in a lower voice. */
  public void duck() {
    ducked = true;
    gain.rampTo(duckDecibels, FRAME);
  }

  /** Goes on in full voice. */
  public void unduck() {
    ducked = false;
    gain.rampTo(0, FRAME);
  }

  /** Whether it goes on in a lower voice. */
  public boolean isDucked() {
    return ducked;
  }

  /** How long the word that is heard now goes on. */
  public Duration restOfWord() {
    settle();
    Speech speech = ledger.first() != null ? ledger.first() : sending();
    if (speech == null) {
      return Duration.ZERO;
    }
    long at = ledger.first() != null ? ledger.firstPosition() : speech.positionNanos();
    return Duration.ofNanos(speech.endOfWordAt(at) - at);
  }

  /**
   * Stops everything for good: no further frame goes out, and what has not been heard is taken
   * back.
   */
  public void cut() {
    settle();
    stop();
    room.clear();
    ledger.clear();
    line.forEach(Speech::cut);
    line.clear();
    silent = false;
    nextDue = loop.now();
    unduck();
  }

  /** Brings the speeches' {@link Speech#playedNanos} up to date. */
  public void settle() {
    ledger.settle(room.buffered().toNanos());
  }

  private void remember(Speech speech) {
    said.add(speech);
    if (said.size() > REMEMBERED) {
      said.removeFirst();
    }
  }

  /** The words that were heard, wholly or in part, in the last stretch of time. */
  public String saidWithin(Duration last) {
    settle();
    var words = new StringBuilder();
    for (Speech speech : said) {
      long since = loop.now() - speech.lastSent();
      long from = speech.playedNanos() - Math.max(0, last.toNanos() - since);
      if (since < last.toNanos()) {
        words.append(speech.wordsBetween(from, speech.playedNanos()));
      }
    }
    return words.toString();
  }

  /** Whether the agent is in the middle of a speech, be it paused. */
  public boolean isSounding() {
    return !line.isEmpty() && line.getFirst().hasBegun();
  }

  /** Whether nothing is waiting to be played or heard. */
  public boolean isIdle() {
    return line.isEmpty();
  }

  private void stop() {
    running = false;
    beat.stop();
    endTimer.cancel();
  }

  private void playOn() {
    if (running) {
      play();
    }
  }

  private void play() {
    running = true;
    nextDue = Math.max(nextDue, loop.now() - MOST_LATE_NANOS);
    while (running && beat.isDue(nextDue - leadNanos)) {
      if (!playFrame()) {
        return;
      }
    }
    if (running) {
      beat.at(nextDue - leadNanos);
    }
  }

  /** Sends one frame; returns whether there may be more. */
  private boolean playFrame() {
    Speech speech = sending();
    AudioFrame frame = speech == null ? null : speech.take(frameSamples);
    if (speech == null || frame == null) {
      running = false;
      awaitEnd();
      return false;
    }
    long length = frame.duration().toNanos();
    long start = speech.positionNanos() - length;
    if (!room.offer(gain.process(frame))) {
      speech.seek(start);
      beat.at(loop.now() + FRAME_NANOS);
      return false;
    }
    ledger.sent(speech, start, length);
    nextDue += length;
    boolean first = !speech.hasBegun();
    speech.markSent(loop.now());
    if (first) {
      remember(speech);
      listener.onFirstFrame(speech);
    }
    if (speech.isOver()) {
      awaitEnd();
    }
    return true;
  }

  /** The first speech in line of which there is still something to send. */
  private @Nullable Speech sending() {
    for (Speech speech : line) {
      if (!speech.isOver()) {
        return speech;
      }
    }
    return null;
  }

  /** Waits until what was sent has been heard. */
  private void awaitEnd() {
    endTimer.cancel();
    looks = 0;
    if (!line.isEmpty() && line.getFirst().isOver()) {
      settle();
      endTimer = loop.schedule(room.buffered(), this::look);
      if (!ledger.holds(line.getFirst())) {
        look();
      }
    }
  }

  private void look() {
    endTimer.cancel();
    settle();
    if (++looks > MOST_LOOKS) {
      ledger.settle(0);
    }
    while (!line.isEmpty() && line.getFirst().isOver() && !ledger.holds(line.getFirst())) {
      Speech heard = line.removeFirst();
      heard.release();
      listener.onHeard(heard);
    }
    if (running) {
      play(); // what follows may be due in this very instant
    }
    if (!line.isEmpty() && line.getFirst().isOver()) {
      Duration rest = room.buffered();
      endTimer = loop.schedule(rest.compareTo(FRAME) < 0 && looks > 1 ? FRAME : rest, this::look);
    }
  }
}
