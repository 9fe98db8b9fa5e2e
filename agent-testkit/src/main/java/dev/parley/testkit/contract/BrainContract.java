package dev.parley.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.parley.ConversationItem;
import dev.parley.ConversationItem.AgentSpeech;
import dev.parley.ConversationItem.Call;
import dev.parley.ConversationItem.Result;
import dev.parley.ConversationItem.UserTurn;
import dev.parley.ToolCall;
import dev.parley.ToolSpec;
import dev.parley.spi.Brain;
import dev.parley.spi.CloseReason.Kind;
import dev.parley.spi.Participant;
import dev.parley.spi.ReplyRequest;
import dev.parley.spi.ReplyStream;
import dev.parley.testkit.RecordingReplyListener;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What every brain must do. Extend it in the plugin's own tests. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class BrainContract extends EngineContract<Brain> {
  /** For subclasses. */
  protected BrainContract() {}

  /** Something that the brain under test answers with words. */
  protected String question() {
    return "What time is it?";
  }

  /**
   * Tools, and something that makes the brain under test call one of them; empty, the default, when
   * it cannot.
   */
  protected Optional<ToolQuestion> toolQuestion() {
    return Optional.empty();
  }

  /**
   * What makes a brain call a tool.
   *
   * @param question what the user says
   * @param tools what may be called
   */
  public record ToolQuestion(String question, List<ToolSpec> tools) {}

  private static UserTurn said(String text) {
    return new UserTurn("ann", "Ann", text);
  }

  private ReplyRequest.Builder request(ConversationItem... conversation) {
    return ReplyRequest.builder(context())
        .instructions("You are a friendly assistant.")
        .participants(List.of(new Participant("ann", "Ann")))
        .conversation(List.of(conversation));
  }

  private ReplyStream ask(RecordingReplyListener heard) {
    return engine().open(request(said(question())).build(), heard);
  }

  private RecordingReplyListener newListener() {
    return new RecordingReplyListener(clock());
  }

  @Test
  void aQuestionIsAnsweredAndTheStreamCloses() {
    var heard = newListener();
    ask(heard);
    assertClosedOnce(heard.log(), Kind.FINISHED);
    assertThat(heard.text()).isNotBlank();
  }

  @Test
  void bitsOfTextAreNeverEmpty() {
    var heard = newListener();
    ask(heard);
    heard.log().awaitClosed();
    assertThat(heard.texts()).isNotEmpty().allSatisfy(bit -> assertThat(bit).isNotEmpty());
  }

  @Test
  void theCostIsToldOnceAtMost() {
    var heard = newListener();
    ask(heard);
    heard.log().awaitClosed();
    assertThat(heard.usages()).hasSizeLessThanOrEqualTo(1);
    assertThat(heard.usages())
        .allSatisfy(
            usage -> assertThat(usage.inputTokens()).isGreaterThanOrEqualTo(usage.cachedTokens()));
  }

  @Test
  void allMemoryIsInTheRequest() {
    var first = newListener();
    ask(first);
    first.log().awaitClosed();
    var second = newListener();
    var items =
        new ConversationItem[] {
          said("Hello."), new AgentSpeech("Hello, how can I", true), said(question())
        };
    engine().open(request(items).build(), second);
    assertClosedOnce(second.log(), Kind.FINISHED);
    assertThat(second.text()).isNotBlank();
  }

  @Test
  void aConversationWithToolsAndInterruptionsIsTaken() {
    var heard = newListener();
    var call = new ToolCall("c1", "book", Map.of("day", "monday"), "{\"day\":\"monday\"}");
    var items =
        new ConversationItem[] {
          said("Book a table."),
          new Call(call),
          new Result("c1", "book", "booked"),
          new AgentSpeech("It is", true),
          said("Thanks."),
          said(question())
        };
    engine().open(request(items).build(), heard);
    assertClosedOnce(heard.log(), Kind.FINISHED);
  }

  @Test
  void anInstructionAloneIsAnswered() {
    var heard = newListener();
    engine().open(request().instruction(question()).build(), heard);
    assertClosedOnce(heard.log(), Kind.FINISHED);
  }

  @Test
  void toolCallsNameAToolThatWasOffered() {
    var asked = toolQuestion();
    Assumptions.assumeTrue(
        asked.isPresent(), "the plugin's test names no question that needs a tool");
    var heard = newListener();
    ToolQuestion question = asked.orElseThrow();
    engine().open(request(said(question.question())).tools(question.tools()).build(), heard);
    assertClosedOnce(heard.log(), Kind.FINISHED);
    assertThat(heard.toolCalls()).isNotEmpty();
    assertThat(heard.toolCalls())
        .extracting(ToolCall::id)
        .doesNotHaveDuplicates()
        .doesNotContain("");
    assertThat(question.tools())
        .extracting(ToolSpec::name)
        .containsAll(heard.toolCalls().stream().map(ToolCall::tool).toList());
  }

  @Test
  void closingAtOnceEndsTheStreamOnce() {
    var heard = newListener();
    ask(heard).close();
    assertClosedOnce(heard.log());
  }

  @Test
  void closingTwiceEndsTheStreamOnce() {
    var heard = newListener();
    ReplyStream stream = ask(heard);
    stream.close();
    stream.close();
    assertClosedOnce(heard.log());
  }

  @Test
  void closingWithinTheFirstTextSendsNoMore() {
    var heard = newListener();
    var closing = new ClosingReplyListener(heard, "text");
    closing.stream(engine().open(request(said(question())).build(), closing));
    assertClosedOnce(heard.log());
    if (!closing.calledWithinOpen()) {
      assertThat(heard.log().count("text")).isEqualTo(1);
    }
  }

  @Test
  void closingWithinTheLastCallDoesNothing() {
    var heard = newListener();
    var closing = new ClosingReplyListener(heard, "closed");
    closing.stream(engine().open(request(said(question())).build(), closing));
    assertClosedOnce(heard.log(), Kind.FINISHED);
  }

  @Test
  void interleavedRequestsEachGetTheirOwn() {
    var first = newListener();
    var second = newListener();
    ask(first);
    ReplyStream other = ask(second);
    assertClosedOnce(first.log(), Kind.FINISHED);
    assertClosedOnce(second.log(), Kind.FINISHED);
    other.close();
    assertThat(first.text()).isNotBlank();
    assertThat(second.text()).isNotBlank();
  }

  @Test
  void oneRequestsEndDoesNotTouchAnother() {
    var first = newListener();
    var second = newListener();
    ReplyStream one = ask(first);
    ask(second);
    one.close();
    assertClosedOnce(first.log());
    assertClosedOnce(second.log(), Kind.FINISHED);
    assertThat(second.text()).isNotBlank();
  }

  @Test
  void anticipatingDoesNotThrow() {
    assertThatCode(() -> engine().anticipate(request(said("What ti")).speculative(true).build()))
        .doesNotThrowAnyException();
  }

  @Test
  void toolsOfTheBrainHaveDifferentNames() {
    assertThat(engine().tools()).extracting(tool -> tool.spec().name()).doesNotHaveDuplicates();
  }
}
