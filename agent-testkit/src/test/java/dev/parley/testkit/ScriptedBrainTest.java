package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ConversationItem;
import dev.parley.ConversationItem.AgentSpeech;
import dev.parley.ConversationItem.Call;
import dev.parley.ConversationItem.Result;
import dev.parley.ConversationItem.UserTurn;
import dev.parley.ToolCall;
import dev.parley.ToolSpec;
import dev.parley.spi.PluginContext;
import dev.parley.spi.ReplyRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScriptedBrainTest {
  private static final ToolCall CALL = new ToolCall("c1", "book", Map.of(), "{}");

  private final ManualClock clock = new ManualClock();
  private final Journal journal = new Journal(clock);
  private final PluginContext context = TestContexts.under(clock);

  private static UserTurn said(String text) {
    return new UserTurn("user", "user", text);
  }

  private ReplyRequest.Builder request(ConversationItem... conversation) {
    return ReplyRequest.builder(context).conversation(List.of(conversation));
  }

  private void ask(ScriptedBrain brain, ConversationItem... conversation) {
    brain.open(request(conversation).build(), journal.reply());
    clock.advance(Duration.ofSeconds(1));
  }

  private static BrainLine.Builder line(String hears, String says) {
    return BrainLine.hears(hears).says(says);
  }

  @Test
  void tokensAreSpreadEvenly() {
    ask(ScriptedBrain.builder().line("Hi", "I am very  well.").build(), said("Hi"));
    assertThat(journal.lines())
        .containsExactly(
            "100 'I '", "166 'am '", "233 'very  '", "300 'well.'", "300 closed FINISHED");
  }

  @Test
  void aSingleTokenComesFirstAndTheEndLast() {
    ask(ScriptedBrain.builder().line("Hi", "Yes.").build(), said("Hi"));
    assertThat(journal.lines()).containsExactly("100 'Yes.'", "300 closed FINISHED");
  }

  @Test
  void callsComeAtTheEnd() {
    BrainLine line =
        line("Book.", "Let me see.").calls("c1", "book", Map.of("day", "monday")).build();
    ask(ScriptedBrain.builder().line(line).build(), said("Book."));
    assertThat(journal.lines())
        .endsWith("300 'see.'", "300 call book c1 {\"day\":\"monday\"}", "300 closed FINISHED");
  }

  @Test
  void aRequestThatFollowsOnToolsAndHasNoneGetsTextOnly() {
    BrainLine line = line("booked", "Done.").calls("c2", "book", Map.of()).build();
    ScriptedBrain brain = ScriptedBrain.builder().line(line).build();
    var conversation =
        new ConversationItem[] {said("Book."), new Call(CALL), new Result("c1", "book", "booked")};
    brain.open(request(conversation).number(1, 1).build(), journal.reply());
    clock.advance(Duration.ofSeconds(1));
    assertThat(journal.lines()).containsExactly("100 'Done.'", "300 closed FINISHED");
    var offered =
        request(conversation).number(1, 1).tools(List.of(ToolSpec.builder("book").build()));
    brain.open(offered.build(), journal.reply());
    clock.advance(Duration.ofSeconds(1));
    assertThat(journal.lines()).contains("1300 call book c2 {}");
  }

  @Test
  void failuresComeAtTheirTimes() {
    ScriptedBrain brain =
        ScriptedBrain.builder()
            .line(line("a", "").fails(Failure.RATE_LIMITED).build())
            .line(line("b", "").fails(Failure.SERVER_ERROR).build())
            .line(line("c", "one two").fails(Failure.CUT).build())
            .line(line("d", "never").fails(Failure.TIMEOUT).build())
            .build();
    ask(brain, said("a"));
    ask(brain, said("b"));
    ask(brain, said("c"));
    ask(brain, said("d"));
    assertThat(journal.lines())
        .containsExactly(
            "100 closed RATE_LIMITED",
            "1100 closed SERVER",
            "2100 'one '",
            "2300 'two'",
            "2300 closed NETWORK");
    assertThat(brain.unfinishedStreams()).hasSize(1);
  }

  @Test
  void aLineThatFailsSoManyTimesAnswersThen() {
    ScriptedBrain brain =
        ScriptedBrain.builder()
            .line(line("a", "ok").fails(Failure.SERVER_ERROR, 2).build())
            .build();
    ask(brain, said("a"));
    ask(brain, said("a"));
    ask(brain, said("a"));
    assertThat(journal.lines()).endsWith("2100 'ok'", "2300 closed FINISHED").hasSize(4);
  }

  @Test
  void linesForTheSameTextAreUsedOneAfterTheOtherAndTheLastStays() {
    ScriptedBrain brain =
        ScriptedBrain.builder()
            .line(line("a", "").fails(Failure.SERVER_ERROR).build())
            .line("a", "first")
            .line("a", "second")
            .build();
    for (int i = 0; i < 4; i++) {
      ask(brain, said("a"));
    }
    assertThat(journal.lines())
        .contains("100 closed SERVER", "1100 'first'", "2100 'second'", "3100 'second'");
  }

  @Test
  void anUnscriptedRequestFailsAndIsRemembered() {
    ScriptedBrain brain = ScriptedBrain.builder().line("a", "b").build();
    ask(brain, said("who  knows"));
    assertThat(journal.lines()).containsExactly("0 closed BAD_REQUEST");
    assertThat(brain.unscripted()).extracting(BrainRequest::hears).containsExactly("who knows");
  }

  @Test
  void hearsTheInstructionOfTheFirstStepAndTheResultOfTheNext() {
    ScriptedBrain brain =
        ScriptedBrain.builder().line("Say hello.", "Hello.").line("booked", "Done.").build();
    brain.open(request(said("a")).instruction("Say hello.").build(), journal.reply());
    brain.open(
        request(said("a"), new Call(CALL), new Result("c1", "book", "booked"))
            .instruction("Say hello.")
            .number(1, 1)
            .build(),
        journal.reply());
    assertThat(brain.requests())
        .extracting(BrainRequest::hears)
        .containsExactly("Say hello.", "booked");
  }

  @Test
  void hearsAResultThatCameLateInThePlaceOfItsCall() {
    ScriptedBrain brain =
        ScriptedBrain.builder()
            .line("Book.", "")
            .line("And tea.", "Yes.")
            .line("booked", "It is booked.")
            .build();
    ask(brain, said("Book."));
    ask(
        brain,
        said("Book."),
        new Call(CALL),
        new Result("c1", "book", "still running"),
        said("And tea."));
    var late =
        new ConversationItem[] {
          said("Book."),
          new Call(CALL),
          new Result("c1", "book", "booked"),
          said("And tea."),
          new AgentSpeech("Yes.", false)
        };
    ask(brain, late);
    ask(brain, late);
    assertThat(brain.requests())
        .extracting(BrainRequest::hears)
        .containsExactly("Book.", "And tea.", "booked", "booked");
    assertThat(brain.requests().get(3).isRetryOf(brain.requests().get(2))).isTrue();
  }

  @Test
  void hearsTheLastUserTextWhereSeveralPeopleSpoke() {
    ScriptedBrain brain = ScriptedBrain.builder().line("I am Bob.", "Hello Bob.").build();
    ask(brain, said("I am Bob."));
    ask(brain, said("I am Ann."), said("I am Bob."));
    assertThat(brain.requests())
        .extracting(BrainRequest::hears)
        .containsExactly("I am Bob.", "I am Bob.");
  }

  @Test
  void aFallbackKnowsWhatTheFirstWasAsked() {
    ScriptedBrain first =
        ScriptedBrain.builder().line(line("a", "").fails(Failure.SERVER_ERROR).build()).build();
    ScriptedBrain second =
        ScriptedBrain.builder().fallbackOf(first).line("a", "from the second").build();
    ask(first, said("a"));
    ask(second, said("a"));
    assertThat(first.requests()).hasSize(2);
    assertThat(journal.lines()).endsWith("1300 'second'", "1300 closed FINISHED");
  }
}
