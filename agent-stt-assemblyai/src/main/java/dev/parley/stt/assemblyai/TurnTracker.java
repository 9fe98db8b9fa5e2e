package dev.parley.stt.assemblyai;

import dev.parley.spi.Transcript;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes one utterance with one outcome of what one session tells about its turns: interims replace
 * each other, of several finals one counts, what is late or doubled is dropped. Used in the
 * stream's context only.
 *
 * <p>Where formatting was asked for, turns have two finals, raw and formatted; the formatted one is
 * told, or after a while the raw one. Until then, interims of later turns are held back, so that
 * the listener has one utterance at a time.
 */
final class TurnTracker {
  /** What became of a turn. */
  interface Outcomes {
    /** A turn with words is over; they sounded before this sample of the stream. */
    void finished(Transcript transcript, double confidence, long end);

    /** A turn without words is over; told to the listener if it knew of the turn. */
    void blank(long utterance, boolean announced);
  }

  private static final int MOST_TURNS = 256;
  private static final int MOST_TURNS_WITH_SPEAKERS = 4_096;

  private final Timeline timeline;
  private final Transcripts transcripts;
  private final UtteranceNumbers numbers;
  private final Results results;
  private final Outcomes outcomes;
  private final Timers timers;
  private final @Nullable Duration formattingWait;
  private final boolean remembersFinals;
  private final Map<Integer, TrackedTurn> turns;
  private @Nullable OpenTurn inherited;
  private long announcedStart = -1;

  /**
   * Creates a tracker for a session.
   *
   * @param inherited the turn that an earlier session left open, whose audio this one is sent
   * @param formattingWait how long a raw final waits for its formatted copy; null: there are none
   * @param remembersFinals whether their speakers may be corrected later
   */
  TurnTracker(
      Timeline timeline,
      UtteranceNumbers numbers,
      Results results,
      Outcomes outcomes,
      Timers timers,
      @Nullable OpenTurn inherited,
      @Nullable Duration formattingWait,
      boolean remembersFinals) {
    this.timeline = timeline;
    this.transcripts = new Transcripts(timeline);
    this.numbers = numbers;
    this.results = results;
    this.outcomes = outcomes;
    this.timers = timers;
    this.inherited = inherited;
    this.formattingWait = formattingWait;
    this.remembersFinals = remembersFinals;
    this.turns = new BoundedMap<>(remembersFinals ? MOST_TURNS_WITH_SPEAKERS : MOST_TURNS);
  }

  /** Speech was confirmed; its turn follows. */
  void speechStarted(ServerMessage.SpeechStarted message) {
    announce(timeline.sampleAt(message.timestampMillis()));
  }

  private void announce(long start) {
    if (announcedStart >= 0) {
      return;
    }
    announcedStart = start;
    if (inherited == null) {
      results.started(timeline.duration(start));
    }
  }

  /** A turn changed or ended. */
  void turn(ServerMessage.Turn turn) {
    TrackedTurn tracked = turns.computeIfAbsent(turn.order(), order -> new TrackedTurn());
    if (tracked.done || (tracked.raw != null && !turn.endOfTurn())) {
      results.tally().add(Tally.Count.LATE_MESSAGES);
    } else if (Transcripts.text(turn).isBlank()) {
      blank(tracked, turn);
    } else {
      begin(tracked, turn);
      understood(tracked, turn);
    }
  }

  private void blank(TrackedTurn tracked, ServerMessage.Turn turn) {
    if (!turn.endOfTurn()) {
      return;
    }
    if (tracked.raw != null) { // a formatted copy without text: the raw words were said
      publish(tracked, tracked.raw);
      return;
    }
    tracked.done = true;
    results.tally().add(Tally.Count.BLANK_FINALS);
    boolean announced = tracked.isAnnounced() || (inherited == null && announcedStart >= 0);
    outcomes.blank(
        announced && !tracked.isAnnounced() ? numbers.next() : tracked.utterance, announced);
    forgetAnnouncement();
  }

  private void begin(TrackedTurn tracked, ServerMessage.Turn turn) {
    if (tracked.isAnnounced()) {
      return;
    }
    if (!turn.words().isEmpty()) {
      announce(timeline.sampleAt(turn.words().get(0).startMillis()));
    } else {
      announce(timeline.sentTo());
    }
    tracked.start = announcedStart;
    inherit(tracked);
    if (tracked.utterance < 0) {
      tracked.utterance = numbers.next();
    }
    forgetAnnouncement();
  }

  private void inherit(TrackedTurn tracked) {
    if (inherited == null) {
      return;
    }
    tracked.utterance = inherited.utterance();
    tracked.start = Math.min(tracked.start, inherited.start());
    tracked.carried = inherited.carried();
    tracked.interim = inherited.interim();
    inherited = null;
  }

  private void forgetAnnouncement() {
    announcedStart = -1;
  }

  private void understood(TrackedTurn tracked, ServerMessage.Turn turn) {
    if (!turn.endOfTurn()) {
      interim(tracked, turn);
    } else if (formattingWait == null || turn.formatted()) {
      publish(tracked, turn);
    } else if (tracked.raw == null) {
      awaitFormatting(tracked, turn, formattingWait);
    }
  }

  private void interim(TrackedTurn tracked, ServerMessage.Turn turn) {
    Transcript transcript = transcripts.of(tracked, turn);
    boolean changed = tracked.interim == null || !tracked.interim.text().equals(transcript.text());
    tracked.interim = transcript;
    if (changed) {
      tell(tracked, transcript);
    }
  }

  private void tell(TrackedTurn tracked, Transcript interim) {
    tracked.held = matching(other -> other != tracked && other.raw != null && !other.done);
    if (!tracked.held) {
      results.interim(interim);
    }
  }

  private void awaitFormatting(TrackedTurn tracked, ServerMessage.Turn raw, Duration wait) {
    interim(tracked, raw); // an early signal: these are all the words there will be
    tracked.raw = raw;
    tracked.wait = timers.after(wait, () -> publish(tracked, raw));
  }

  private void publish(TrackedTurn tracked, ServerMessage.Turn turn) {
    tracked.wait.cancel();
    tracked.done = true;
    tracked.raw = null;
    Transcript transcript = transcripts.of(tracked, turn);
    tracked.interim = remembersFinals ? transcript : null;
    outcomes.finished(transcript, turn.endOfTurnConfidence(), end(turn));
    releaseHeld();
  }

  private long end(ServerMessage.Turn turn) {
    int words = turn.words().size();
    return words == 0
        ? timeline.sentTo()
        : timeline.sampleAt(turn.words().get(words - 1).endMillis());
  }

  private void releaseHeld() {
    for (TrackedTurn each : turns.values()) {
      if (each.held && each.isOpen() && each.interim != null) {
        tell(each, each.interim);
      }
    }
  }

  /** Tells what was only waiting for its formatted copy: this session will send no more. */
  void settle() {
    for (TrackedTurn each : turns.values().toArray(TrackedTurn[]::new)) {
      if (each.raw != null) {
        publish(each, each.raw);
      }
    }
  }

  /** Corrects the speakers of finals. */
  void revised(ServerMessage.SpeakerRevision revision) {
    for (ServerMessage.RevisedTurn each : revision.turns()) {
      TrackedTurn tracked = turns.get(each.order());
      if (tracked != null && tracked.done && tracked.interim != null) {
        tracked.interim = Transcripts.relabelled(tracked.interim, each.speaker());
        results.revised(tracked.interim);
      } else {
        results.tally().add(Tally.Count.UNKNOWN_REVISIONS);
      }
    }
  }

  private boolean matching(Predicate<TrackedTurn> test) {
    return turns.values().stream().anyMatch(test);
  }

  /**
   * The first turn that is not over, or the one that an earlier session left; null: there is none.
   * Asked once, when the session is over.
   */
  @Nullable OpenTurn open() {
    TrackedTurn first = firstOpen();
    if (first != null) {
      return new OpenTurn(first.utterance, first.start, first.carried, first.interim);
    }
    if (inherited != null || announcedStart < 0) {
      return inherited;
    }
    return new OpenTurn(numbers.next(), announcedStart, List.of(), null);
  }

  private @Nullable TrackedTurn firstOpen() {
    return turns.values().stream().filter(TrackedTurn::isOpen).findFirst().orElse(null);
  }

  /**
   * The sample at which the first turn began that is not over; the largest number: there is none.
   */
  long openFrom() {
    TrackedTurn first = firstOpen();
    if (first != null) {
      return first.start;
    }
    if (inherited != null) {
      return inherited.start();
    }
    return announcedStart < 0 ? Long.MAX_VALUE : announcedStart;
  }

  /** Whether there is a turn that is not over. */
  boolean hasOpen() {
    return openFrom() != Long.MAX_VALUE;
  }
}
