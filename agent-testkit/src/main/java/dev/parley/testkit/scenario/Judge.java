package dev.parley.testkit.scenario;

import dev.parley.ConversationItem;
import dev.parley.testkit.BrainRequest;
import dev.parley.testkit.FakeRoom;
import dev.parley.testkit.HeardFrame;
import dev.parley.testkit.scenario.Expectations.Count;
import dev.parley.testkit.scenario.Expectations.Stretch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares what came of a run with what was expected. */
final class Judge {
  private static final int MOST_SHOWN = 6;

  private final Expectations expect;
  private final Outcome outcome;
  private final List<Difference> differences = new ArrayList<>();

  /** What came of a run, before the session was closed. */
  record Outcome(
      List<LoggedEvent> events,
      List<ConversationItem> conversation,
      String state,
      List<BrainRequest> requests,
      List<BrainRequest> unscripted,
      FakeRoom room) {}

  Judge(Expectations expect, Outcome outcome) {
    this.expect = expect;
    this.outcome = outcome;
  }

  List<Difference> differences() {
    outcome
        .unscripted()
        .forEach(
            each ->
                differences.add(
                    new Difference(
                        0, "nobody scripted what the brain was asked", Shown.request(each))));
    differences.addAll(new EventSequence(expect, outcome.events()).differences());
    expect.never().forEach(this::never);
    expect.counts().forEach(this::count);
    expect.silentBetween().forEach(this::silence);
    differences.addAll(new RequestComparison(expect.requests(), outcome.requests()).differences());
    differences.addAll(
        new HistoryComparison(expect.history(), outcome.conversation()).differences());
    end();
    return differences;
  }

  private List<LoggedEvent> matching(EventPattern pattern) {
    return outcome.events().stream()
        .filter(event -> pattern.matches(event, expect.tolerance()))
        .toList();
  }

  private void never(EventPattern pattern) {
    List<LoggedEvent> found = matching(pattern);
    if (!found.isEmpty()) {
      differences.add(
          new Difference(
              pattern.line(),
              "never " + pattern + ", but it came",
              Shown.events(found, MOST_SHOWN)));
    }
  }

  private void count(Count count) {
    List<LoggedEvent> found = matching(count.event());
    if (found.size() != count.is()) {
      String sentence =
          count.event()
              + " must come "
              + count.is()
              + " times, but came "
              + found.size()
              + " times";
      differences.add(
          new Difference(count.event().line(), sentence, Shown.events(found, MOST_SHOWN)));
    }
  }

  private void silence(Stretch stretch) {
    Duration from = stretch.from().plus(expect.tolerance());
    Duration to = stretch.to().minus(expect.tolerance());
    Optional<HeardFrame> sound =
        outcome.room().heard().stream()
            .filter(frame -> frame.sounds() && frame.within(from, to))
            .findFirst();
    sound.ifPresent(
        frame ->
            differences.add(
                new Difference(
                    stretch.line(),
                    "silence from "
                        + Times.show(stretch.from())
                        + " to "
                        + Times.show(stretch.to())
                        + ", but the agent sounded at "
                        + Times.show(frame.from()),
                    Shown.around(outcome.events(), frame.from()))));
  }

  private void end() {
    String end = expect.end();
    if (end != null && !end.equals(outcome.state())) {
      List<LoggedEvent> events = outcome.events();
      List<String> last =
          Shown.events(
              events.subList(Math.max(0, events.size() - MOST_SHOWN), events.size()), MOST_SHOWN);
      differences.add(
          new Difference(0, "the agent must end " + end + ", but is " + outcome.state(), last));
    }
  }
}
