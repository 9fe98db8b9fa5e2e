package dev.parley.testkit;

import dev.parley.spi.Transcript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What one stream has heard of one sound, and what it has still to say about it. */
final class Hearing {
  private final int number;
  private final Sound sound;
  private final Duration startsAt;
  private final List<SttResult> results;
  private int framesHeard;
  private int given;
  private Duration heard = Duration.ZERO;

  /** Begins with the first frame, {@code startsAt} in stream time. */
  Hearing(int number, Sound sound, Duration startsAt) {
    this.number = number;
    this.sound = sound;
    this.startsAt = startsAt;
    this.results = resultsOf(sound);
  }

  private static List<SttResult> resultsOf(Sound sound) {
    var results = new ArrayList<SttResult>();
    for (int i = 0; i < sound.interims().size(); i++) {
      TimedText interim = sound.interims().get(i);
      results.add(
          new SttResult(
              SttResult.Kind.INTERIM, sound.at().plus(interim.after()), interim.text(), i));
    }
    for (TimedText text : sound.finals()) {
      results.add(
          new SttResult(SttResult.Kind.FINAL, sound.end().plus(text.after()), text.text(), 0));
    }
    endOfTurnOf(sound)
        .ifPresent(at -> results.add(new SttResult(SttResult.Kind.END_OF_TURN, at, "", 0)));
    results.sort(Comparator.comparing(SttResult::due));
    return results;
  }

  private static Optional<Duration> endOfTurnOf(Sound sound) {
    Duration wait = sound.endOfTurn();
    if (wait == null || sound.finals().isEmpty()) {
      return Optional.empty();
    }
    TimedText last = sound.finals().get(sound.finals().size() - 1);
    TimedText decisive =
        sound.finals().stream().filter(text -> !text.text().isBlank()).findFirst().orElse(last);
    return Optional.of(sound.end().plus(decisive.after()).plus(wait));
  }

  List<SttResult> results() {
    return results;
  }

  int number() {
    return number;
  }

  /** Takes a frame; one that came before, or after one that is missing, does not count. */
  void hear(int frame, Duration length) {
    if (frame == framesHeard) {
      framesHeard++;
      heard = heard.plus(length);
    }
  }

  /** Whether all of the sound was heard. */
  boolean whole() {
    return framesHeard == SoundFrames.countOf(sound);
  }

  /** Whether nothing is left to say that this stream could say. */
  boolean exhausted() {
    return given == results.size() || !whole();
  }

  /** Whether a result is overdue, for want of sound or of a connection. */
  boolean isBehind(Duration now) {
    return given < results.size() && results.get(given).due().compareTo(now) < 0;
  }

  /** Takes the next result that is due and for which enough was heard. */
  Optional<SttResult> next(Duration now) {
    if (given == results.size()) {
      return Optional.empty();
    }
    SttResult next = results.get(given);
    if (next.due().compareTo(now) > 0 || framesHeard < framesFor(next)) {
      return Optional.empty();
    }
    given++;
    return Optional.of(next);
  }

  private int framesFor(SttResult result) {
    return result.kind() == SttResult.Kind.INTERIM
        ? SoundFrames.begunAfter(result.due().minus(sound.at()), sound)
        : SoundFrames.countOf(sound);
  }

  Transcript transcript(SttResult result) {
    return Transcript.builder(result.text())
        .utterance(number)
        .span(startsAt, startsAt.plus(heard))
        .build();
  }
}
