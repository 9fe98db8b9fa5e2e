package dev.parley.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.testkit.ScriptedTool;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScenarioRunnerTest {
  private static final String TALK =
      """
      scenario: a question and its answer
      people:
        - {at: 500ms, says: "Hello, how are you?", lasts: 2s}
      brain:
        - {hears: "Hello, how are you?", says: "I am fine. And you?"}
      """;

  private static ScenarioResult run(String text) {
    return new ScenarioRunner().run(new ScenarioReader().read("talk.yaml", text));
  }

  private static ScenarioResult expecting(String expectations) {
    return run(TALK + "expect:\n" + expectations.indent(2));
  }

  private static void assertDiffers(String expectations, String... parts) {
    ScenarioResult result = expecting(expectations);
    assertThat(result.passed()).isFalse();
    assertThat(result.summary()).startsWith("FAIL  talk.yaml: a question");
    assertThat(result.report()).contains(parts);
  }

  private static void assertPasses(String expectations) {
    ScenarioResult result = expecting(expectations);
    assertThat(result.report()).isEmpty();
    assertThat(result.passed()).isTrue();
  }

  @Test
  void aTalkWithoutExpectationsPasses() {
    assertThat(run(TALK).report()).isEmpty();
  }

  @Test
  void twoRunsGiveTheSameBytes() {
    assertThat(run(TALK).eventLog())
        .isEqualTo(run(TALK).eventLog())
        .contains("{\"t\":3.1,\"event\":\"reply.speaking\",\"reply\":1}\n");
  }

  @Test
  void eventsMustComeInTheirOrder() {
    assertPasses(
        "events: [{at: 2.7s, event: turn.ended}, {at: 3.1s, event: reply.speaking}, {event:"
            + " reply.ended, outcome: completed}]");
    assertDiffers(
        "events: [{event: reply.speaking}, {event: turn.ended}]",
        "line 7: expected {event: turn.ended}",
        "closest: 2.7s turn.ended",
        "before the event expected before it");
  }

  @Test
  void atOneInstantTurnsComeBeforeRepliesAndThoseBeforeStates() {
    assertPasses(
        "events: [{at: 2.7s, event: turn.ended}, {at: 2.7s, event: reply.asked}, {at: 2.7s, event:"
            + " agent.state, to: thinking}]");
    assertDiffers(
        "events: [{at: 2.7s, event: agent.state, to: thinking}, {at: 2.7s, event: reply.asked}]",
        "line 7: expected");
  }

  @Test
  void timesAreComparedWithinTheTolerance() {
    assertPasses("events: [{at: 3.12s, event: reply.speaking}]");
    assertPasses("events: [{at: 3.08s, event: reply.speaking}]");
    assertDiffers("events: [{at: 3.13s, event: reply.speaking}]", "closest: 3.1s reply.speaking");
    assertPasses("events: [{at: 3.2s, event: reply.speaking, tolerance: 100ms}]");
    assertPasses("tolerance: 200ms\nevents: [{at: 3.3s, event: reply.speaking}]");
    assertPasses("events: [{before: 3.1s, event: reply.speaking}]");
    assertPasses("events: [{notBefore: 3.1s, event: reply.speaking}]");
    assertDiffers("events: [{before: 3s, event: reply.speaking}]", "line 7");
    assertDiffers("events: [{notBefore: 4s, event: reply.speaking}]", "line 7");
  }

  @Test
  void fieldsThatAreTimesAreComparedAsTimes() {
    assertPasses("events: [{event: reply.ended, played: 1.08s}]");
    assertDiffers("events: [{event: reply.ended, played: 2s}]", "played: 2s");
  }

  @Test
  void whatMustNotComeIsShown() {
    assertPasses("never: [{event: interruption}]");
    assertDiffers(
        "never: [{event: agent.state, to: speaking}]",
        "never {event: agent.state, to: \"speaking\"}, but it came",
        "3.1s agent.state");
  }

  @Test
  void countsAreExact() {
    assertPasses("counts: [{event: reply.asked, is: 1}, {event: interruption, is: 0}]");
    assertDiffers("counts: [{event: reply.asked, is: 2}]", "must come 2 times, but came 1 times");
  }

  @Test
  void silenceIsListenedFor() {
    assertPasses("silentBetween: [[0s, 3.1s], [4.18s, 20s]]");
    assertDiffers(
        "silentBetween: [[0s, 3.5s]]", "silence from 0s to 3.5s, but the agent sounded at 3.1s");
  }

  @Test
  void theWholeHistoryIsCompared() {
    assertPasses(
        "history: [{user: 'Hello, how are you?', who: user}, {agent: 'I am fine. And you?'}]");
    assertDiffers(
        "history: [{user: 'Hello, how are you?'}]", "entry 2 of the history must be nothing");
    assertDiffers(
        "history: [{user: 'Hello, how are you?'}, {agent: 'I am fine.', interrupted: true}]",
        "line 7: entry 2",
        "interrupted: true}, but is {agent: \"I am fine. And you?\"}");
  }

  @Test
  void allRequestsAreCompared() {
    assertPasses("requests: [{hears: 'Hello, how are you?', tools: []}]");
    assertDiffers("requests: []", "must be asked 0 times as written, but was asked 1 times");
    assertDiffers(
        "requests: [{hears: 'Hello'}]",
        "differing from number 1 on",
        "> 1. hears: \"Hello, how are you?\"");
  }

  @Test
  void theStateAtTheEndIsCompared() {
    assertPasses("end: listening");
    assertDiffers("end: closed", "the agent must end closed, but is listening");
  }

  @Test
  void aRequestThatNobodyScriptedFailsAndIsPrinted() {
    ScenarioResult result = run("scenario: a\npeople: [{at: 1s, says: Who are you?}]");
    assertThat(result.report())
        .contains(
            "nobody scripted what the brain was asked",
            "hears: \"Who are you?\"",
            "{user: \"Who are you?\", who: user}");
  }

  @Test
  void theApplicationActsAtItsTimes() {
    ScenarioResult result =
        run(
            """
            scenario: a
            app:
              - {at: 1s, does: say, text: "One two three four five."}
              - {at: 2s, does: interrupt}
              - {at: 3s, does: text, who: ann, text: "Hi"}
              - {on: {event: reply.speaking, reply: 2}, does: close}
            brain: [{hears: Hi, says: Hello.}]
            expect:
              events:
                - {at: 1.2s, event: reply.speaking, reply: 1}
                - {at: 2s, event: reply.ended, outcome: interrupted, heard: "One two three"}
                - {at: 3.5s, event: reply.ended, reply: 2, outcome: interrupted, heard: ""}
              end: closed
            """);
    assertThat(result.report()).isEmpty();
  }

  @Test
  void aListenerThatThrowsIsReportedAndTheSessionLives() {
    ScenarioResult result =
        run(
            TALK
                + "app: [{on: {event: turn.ended}, does: throw}]\n"
                + "expect: {events: [{event: error, source: listener}, {event: reply.ended,"
                + " outcome: completed}]}");
    assertThat(result.report()).isEmpty();
  }

  @Test
  void theAgentCanBeChanged() {
    var tool = ScriptedTool.builder("ring").returns("rung").build();
    String talk =
        """
        scenario: a
        people: [{at: 1s, says: Ring.}]
        brain: [{hears: Ring., calls: [{id: c1, tool: ring}]}, {hears: rung, says: Done.}]
        expect: {history: [{user: Ring.}, {call: ring, id: c1}, {result: rung}, {agent: Done.}]}
        """;
    var runner = new ScenarioRunner().with(agent -> agent.tool(tool));
    assertThat(runner.run(new ScenarioReader().read("talk.yaml", talk)).report()).isEmpty();
    assertThat(tool.invocations()).hasSize(1);
  }

  @Test
  void anAgentThatCannotBeBuiltIsNamed() {
    assertThatExceptionOfType(ScenarioException.class)
        .isThrownBy(() -> run("scenario: a\nagent: {endpointing: vad}\nvad: {endsAfter: null}"))
        .withMessageStartingWith("talk.yaml: endpointing is VAD");
  }

  @Test
  void theLogHoldsTheClosingToo() {
    String names =
        run(TALK).events().stream().map(LoggedEvent::name).collect(Collectors.joining(" "));
    assertThat(names).startsWith("session.joined").endsWith("session.closed");
  }
}
