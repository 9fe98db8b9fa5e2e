package dev.parley.testkit.scenario;

import dev.parley.ConversationItem.UserTurn;
import dev.parley.spi.Transcript;
import dev.parley.testkit.HeardFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What holds for every made-up talk besides what holds for every run. */
final class RandomInvariants {
  private static final Duration A_SECOND = Duration.ofSeconds(1);
  private static final Duration A_FRAME = Duration.ofMillis(20);

  private final ScenarioRun run;
  private final List<LoggedEvent> events;
  private final List<String> violations = new ArrayList<>();

  RandomInvariants(ScenarioRun run) {
    this.run = run;
    this.events = run.told();
  }

  List<String> violations() {
    noWordOfAFinalIsLost();
    noSoundOutsideOfReplies();
    listensOrSpeaksInTheEnd();
    return violations;
  }

  /** A final that only shows that its speaker listens is in no history. */
  private void noWordOfAFinalIsLost() {
    String kept =
        " "
            + run.conversation().stream()
                .filter(UserTurn.class::isInstance)
                .map(UserTurn.class::cast)
                .map(UserTurn::text)
                .collect(Collectors.joining(" "))
                .replaceAll("[.?]", "")
            + " ";
    for (Transcript transcript : run.cast().stt().finals()) {
      for (String word : Texts.collapse(transcript.text().replaceAll("[.?]", "")).split(" ", -1)) {
        if (word.startsWith("word") && !kept.contains(" " + word + " ")) {
          violations.add("the final word '" + word + "' is lost; the history holds" + kept);
        }
      }
    }
  }

  /**
   * After a reply has ended nothing more of it may sound than what the transport held, and that is
   * lost on clear.
   */
  private void noSoundOutsideOfReplies() {
    List<HeardFrame> sounding =
        run.cast().transport().room().heard().stream().filter(HeardFrame::sounds).toList();
    @Nullable Duration silentSince = Duration.ZERO;
    for (LoggedEvent event : events) {
      if (event.name().equals("reply.speaking") && silentSince != null) {
        mustBeSilent(sounding, silentSince, event.at());
        silentSince = null;
      } else if (event.name().equals("reply.ended")) {
        silentSince = event.at();
      }
    }
    if (silentSince != null) {
      mustBeSilent(sounding, silentSince, Duration.ofDays(1));
    }
  }

  private void mustBeSilent(List<HeardFrame> sounding, Duration from, Duration to) {
    sounding.stream()
        .filter(frame -> frame.within(from.plus(A_FRAME), to))
        .findFirst()
        .ifPresent(
            frame ->
                violations.add(
                    "the agent sounds at "
                        + frame.from()
                        + " to "
                        + frame.to()
                        + ", but no reply speaks from "
                        + from
                        + " to "
                        + to));
  }

  /** Within a second of the last input the agent listens, or speaks audibly. */
  private void listensOrSpeaksInTheEnd() {
    Duration deadline = run.lastInput().plus(A_SECOND);
    String state = "joining";
    Duration since = Duration.ZERO;
    for (LoggedEvent event : events) {
      if (event.name().equals("agent.state")) {
        check(state, since, event.at(), deadline);
        state = String.valueOf(event.fields().get("to"));
        since = event.at();
      }
    }
  }

  private void check(String state, Duration since, Duration until, Duration deadline) {
    Duration from = since.compareTo(deadline) > 0 ? since : deadline;
    if (from.compareTo(until) >= 0) {
      return;
    }
    if (state.equals("thinking")) {
      violations.add(
          "a second after the last input, at "
              + deadline
              + ", the agent still thinks, from "
              + since
              + " to "
              + until);
    } else if (state.equals("speaking")) {
      mustSound(from, until);
    }
  }

  private void mustSound(Duration from, Duration until) {
    List<HeardFrame> frames = run.cast().transport().room().heard();
    for (Duration at = from; at.compareTo(until) < 0; at = at.plusMillis(200)) {
      Duration start = at.minusMillis(200);
      Duration end = at.plusMillis(500);
      if (frames.stream().noneMatch(frame -> frame.within(start, end))) {
        violations.add(
            "the agent speaks from "
                + from
                + " to "
                + until
                + ", a second after the last input, but is not heard around "
                + at);
        return;
      }
    }
  }
}
