package dev.parley.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.Role;
import dev.parley.TurnPolicy;
import dev.parley.testkit.Failure;
import dev.parley.testkit.Gap;
import dev.parley.testkit.Sound;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioReaderTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private static Scenario.Parts read(String text) {
    return new ScenarioReader().read("talk.yaml", "scenario: a talk\n" + text).parts();
  }

  private static void assertWrong(String text, String... parts) {
    assertThatExceptionOfType(ScenarioException.class)
        .isThrownBy(() -> read(text))
        .withMessageStartingWith("talk.yaml:")
        .satisfies(e -> assertThat(e).hasMessageContainingAll(parts));
  }

  @Test
  void everythingButTheSentenceMayBeLeftOut() {
    Scenario.Parts parts = read("");
    assertThat(parts.agent().turns().endpointing()).isEqualTo(TurnPolicy.Endpointing.STT);
    assertThat(parts.agent().turns().endOfTurnSilence()).isEqualTo(Duration.ofMillis(500));
    assertThat(parts.agent().turns().maxEndOfTurnSilence()).isEqualTo(Duration.ofSeconds(6));
    assertThat(parts.agent().replies().speculation()).isFalse();
    assertThat(parts.agent().replies().apology()).isNull();
    assertThat(parts.agent().interruptions().thinking()).isNull();
    assertThat(parts.vad().endsAfter()).isEqualTo(Duration.ofMillis(500));
    assertThat(parts.detector()).isNull();
    assertThat(parts.fallbackVoice()).isNull();
    assertThat(parts.expect().tolerance()).isEqualTo(Duration.ofMillis(20));
    assertThat(parts.expect().history()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"500ms,500", "1.5s,1500", "2m,120000", "0ms,0", "0.25s,250"})
  void timesAreWrittenWithTheirUnit(String written, long millis) {
    assertThat(read("transport: {buffer: " + written + "}").transport().buffer())
        .isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @CsvSource({"5", "5 s", "-1s", "1h", "1.5", "abc", "1e3ms", "''"})
  void whatIsNoTimeIsRefused(String written) {
    assertWrong(
        "transport: {buffer: '" + written + "'}",
        "talk.yaml:2",
        "transport.buffer",
        "must be a time such as 500ms");
  }

  @Test
  void aRuleOfItsOwnInheritsWhatItDoesNotSay() {
    Scenario.Parts parts =
        read(
            "agent: {interruption: {minWords: 2, pauseAfter: null}, whileThinking: {duckAfter:"
                + " 100ms}, firstSecond: {}}");
    var thinking = parts.agent().interruptions().thinking();
    assertThat(thinking).isNotNull();
    assertThat(thinking.minWords()).isEqualTo(2);
    assertThat(thinking.pauseAfter()).isNull();
    assertThat(thinking.duckAfter()).isEqualTo(Duration.ofMillis(100));
    assertThat(parts.agent().interruptions().firstSecond()).isNull();
  }

  @Test
  void soundsHaveTheirDefaults() {
    Sound sound = read("people: [{at: 1s, says: Hello there.}]").people().talk().sounds().get(0);
    assertThat(sound.who()).isEqualTo("user");
    assertThat(sound.lasts()).isEqualTo(SECOND);
    assertThat(sound.finals()).extracting(text -> text.after().toMillis()).containsExactly(200L);
    assertThat(sound.endOfTurn()).isEqualTo(Duration.ZERO);
  }

  @Test
  void aNoiseHasNoFinal() {
    assertThat(read("people: [{at: 1s, says: ''}]").people().talk().sounds().get(0).finals())
        .isEmpty();
  }

  @Test
  void finalsStandInsteadOfTheFinal() {
    Sound sound =
        read("people: [{at: 1s, says: Hallo, finals: [{after: 1s, text: a}, {after: 2s, text: ''}],"
                + " endOfTurn: null}]")
            .people()
            .talk()
            .sounds()
            .get(0);
    assertThat(sound.finals()).extracting(text -> text.text()).containsExactly("a", "");
    assertThat(sound.endOfTurn()).isNull();
    assertThat(
            read("people: [{at: 1s, says: Hallo, final: null}]")
                .people()
                .talk()
                .sounds()
                .get(0)
                .finals())
        .isEmpty();
    assertWrong(
        "people: [{at: 1s, says: Hallo, final: 1s, finals: []}]", "people[0]", "both there");
  }

  @Test
  void rolesAreReadWithTheirTimes() {
    assertThat(read("people: [{at: 1s, who: bob, role: listener}]").people().roles())
        .containsExactly(new RoleChange(SECOND, "bob", Role.LISTENER));
  }

  @Test
  void anEntryOfThePeopleIsOneThing() {
    assertWrong(
        "people: [{at: 1s, who: bob}]",
        "exactly one of says, joins, leaves, role, but there is none");
    assertWrong("people: [{at: 1s, says: a, leaves: true}]", "says and leaves");
    assertWrong("people: [{at: 1s, who: bob, joins: false}]", "people[0].joins", "must be true");
    assertWrong("people: [{at: 1s, who: bob, leaves: true, lasts: 1s}]", "unknown key 'lasts'");
  }

  @Test
  void brainLinesAreRead() {
    var line =
        read("brain: [{hears: a, firstToken: 2s, fails: rateLimited, first: 2, calls: [{id: c1,"
                + " tool: book, arguments: {day: monday, seats: 2}}]}]")
            .brain()
            .get(0);
    assertThat(line.lasts()).as("not before the first token").isEqualTo(Duration.ofSeconds(2));
    assertThat(line.fails()).isEqualTo(Failure.RATE_LIMITED);
    assertThat(line.failures()).isEqualTo(2);
    assertThat(line.calls().get(0).argumentsText()).isEqualTo("{\"day\":\"monday\",\"seats\":2}");
    assertWrong("brain: [{hears: a, firstToken: 2s, lasts: 1s}]", "brain[0].lasts", "firstToken");
    assertWrong("brain: [{hears: a, first: 1}]", "'first' says how often it fails");
    assertWrong(
        "brain: [{hears: a, fails: sometimes}]",
        "'sometimes' must be one of null, timeout, rateLimited, serverError, cut");
  }

  @Test
  void voicesFailBeforeTheirAudioOrLater() {
    assertThat(read("voice: {fails: beforeAudio}").voice().failsAfter()).isEqualTo(Duration.ZERO);
    assertThat(read("voice: {fails: {after: 1s}, first: 3}").voice().failsAfter())
        .isEqualTo(SECOND);
    assertThat(read("voice: {fails: null}").voice().failsAfter()).isNull();
    assertThat(read("fallbackVoice: {}").fallbackVoice()).isNotNull();
    assertWrong(
        "voice: {fails: later}", "voice.fails", "'later' must be beforeAudio or {after: 700ms}");
  }

  @Test
  void dropsAreRead() {
    assertThat(read("stt: {drops: [{at: 2s, back: 500ms}]}").sttDrops())
        .containsExactly(new Gap(Duration.ofSeconds(2), Duration.ofMillis(500)));
  }

  @Test
  void actionsHaveTheirOwnKeys() {
    AppAction action =
        read("app: [{at: 6s, does: say, text: One moment., interruptible: false, overlap: drop}]")
            .app()
            .get(0);
    assertThat(action.policy().interruptible()).isFalse();
    assertWrong("app: [{at: 6s, does: close, text: a}]", "unknown key 'text'");
    assertWrong("app: [{does: close}]", "either 'at' or 'on'");
    assertWrong(
        "app: [{at: 1s, does: dance}]", "app[0].does", "'dance' must be one of interrupt, close");
    assertThat(read("app: [{on: {event: reply.speaking}, does: close}]").app().get(0).on())
        .isNotNull();
  }

  @Test
  void eventsAndTheirFieldsAreChecked() {
    assertWrong(
        "expect: {events: [{at: 1s, event: reply.begun}]}",
        "expect.events[0].event",
        "'reply.begun' must be the name of an event");
    assertWrong("expect: {events: [{event: agent.state, too: thinking}]}", "unknown key 'too'");
    assertWrong(
        "expect: {events: [{event: agent.state, to: thinkin}]}",
        "must be one of joining, listening, thinking, speaking, closed");
    assertWrong("expect: {counts: [{event: reply.asked}]}", "'is' is missing");
    assertWrong("expect: {end: asleep}", "expect.end");
    assertWrong("expect: {silentBetween: [[2s, 1s]]}", "must end after it begins");
    assertWrong(
        "expect: {history: [{user: a, agent: b}]}", "exactly one of user, agent, call, result");
    assertWrong("expect: {history: [{agent: b, who: ann}]}", "unknown key 'who'");
  }

  @Test
  void errorsNameTheLineOfTheKey() {
    assertWrong(
        "agent:\n  greeting: Hello\n  greting: Hello\n",
        "talk.yaml:4",
        "agent: unknown key 'greting'");
    assertWrong("agent:\n  greeting: Hello\n  away: soon\n", "talk.yaml:4: agent.away: 'soon'");
    assertWrong("agent: {away: 1s}\nagent: {away: 2s}\n", "talk.yaml:3", "'agent' is there twice");
    assertWrong("agent: [\n", "talk.yaml:", "no YAML");
  }

  @Test
  void aTextMayLookLikeANumberOrAWord() {
    assertThat(read("tools: {book: {returns: 42}}").tools().get(0).returns()).isEqualTo("42");
    assertThat(read("people: [{at: 1s, says: yes}]").people().talk().sounds().get(0).says())
        .isEqualTo("yes");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatExceptionOfType(ScenarioException.class)
        .isThrownBy(() -> new ScenarioReader().read(Path.of("no-such.yaml")))
        .withMessage("no-such.yaml: there is no such file");
  }

  @Test
  void theSentenceIsRequired() {
    assertThatExceptionOfType(ScenarioException.class)
        .isThrownBy(() -> new ScenarioReader().read("talk.yaml", "agent: {}"))
        .withMessage("talk.yaml:1: the key 'scenario' is missing");
    assertThatExceptionOfType(ScenarioException.class)
        .isThrownBy(() -> new ScenarioReader().read("talk.yaml", ""))
        .withMessageContaining("empty");
  }

  @Test
  void lastTimeIsTheLatestInTheFile() {
    var scenario =
        new ScenarioReader()
            .read(
                "talk.yaml",
                """
                scenario: a
                people: [{at: 1s, says: a, lasts: 3s}]
                app: [{at: 9s, does: close}]
                """);
    assertThat(scenario.lastTime()).isEqualTo(Duration.ofSeconds(9));
    assertThat(List.of(scenario.file(), scenario.sentence())).containsExactly("talk.yaml", "a");
  }
}
