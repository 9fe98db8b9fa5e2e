package dev.parley.brain.langchain4j;

import static dev.parley.brain.langchain4j.Models.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ConversationItem;
import dev.parley.ConversationItem.AgentSpeech;
import dev.parley.ConversationItem.Call;
import dev.parley.ConversationItem.Result;
import dev.parley.ConversationItem.UserTurn;
import dev.parley.ToolCall;
import dev.parley.spi.ReplyRequest;
import dev.parley.testkit.openai.ModelAnswer;
import dev.parley.testkit.openai.ScriptedOpenAi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a model is sent of a conversation, on the wire. */
class MessagesTest {
  private final ScriptedOpenAi server = ScriptedOpenAi.answering(ModelAnswer.text("Fine."));

  @AfterEach
  void closeServer() {
    assertThat(server.problems()).isEmpty();
    server.close();
  }

  private List<String> sent(ReplyRequest request) {
    return sent(Models.brain(server), request);
  }

  private List<String> sent(LangChain4jBrainBuilder brain, ReplyRequest request) {
    Models.ask(brain.build(), request);
    return server.exchanges().get(server.exchanges().size() - 1).messages();
  }

  private static Call call(String id, String arguments) {
    return new Call(new ToolCall(id, "book", Map.of(), arguments));
  }

  private static Result result(String id) {
    return new Result(id, "book", "booked " + id);
  }

  @Test
  void anInterruptedReplyIsMarkedWhereItWasCut() {
    assertThat(
            sent(
                Models.request(said("Hello."), new AgentSpeech("Hi, how can", true), said("Wait."))
                    .build()))
        .containsExactly(
            "system: You are kind.",
            "user: Hello.",
            "assistant: Hi, how can [interrupted here, the rest was not heard]",
            "user: Wait.");
  }

  @Test
  void oneParticipantIsNotNamedTwoAre() {
    var bob = new UserTurn("bob", "Bob", "And me?");
    assertThat(sent(Models.request(said("Who am I?")).build())).contains("user: Who am I?");
    assertThat(sent(Models.request(said("Who am I?"), bob).build()))
        .contains("user: Ann: Who am I?\nBob: And me?");
  }

  @Test
  void callsAndResultsAreKeptWithTheWordsBeforeThem() {
    assertThat(
            sent(
                Models.request(
                        said("Book."),
                        new AgentSpeech("One moment.", false),
                        call("c1", "{\"day\":1}"),
                        call("c2", "{'day':2,}"),
                        result("c1"),
                        result("c2"),
                        new AgentSpeech("Done.", false),
                        said("Thanks."))
                    .build()))
        .containsExactly(
            "system: You are kind.",
            "user: Book.",
            "assistant: One moment. [book {\"day\":1}] [book {\"day\":2}]",
            "tool: booked c1",
            "tool: booked c2",
            "assistant: Done.",
            "user: Thanks.");
  }

  /** What Anthropic asks for: a request that shows calls says which tools there are. */
  @Test
  void toolsThatWereCalledCanBeDeclaredWhereNoneMayBeCalled() {
    ReplyRequest last =
        Models.request(said("Book."), call("c1", "{}"), result("c1"), said("And?")).build();
    Models.ask(Models.brain(server).build(), last);
    assertThat(server.exchanges().get(0).request()).doesNotContainKeys("tools", "tool_choice");
    Models.ask(Models.brain(server).declareUsedTools().build(), last);
    assertThat(server.exchanges().get(1).tools()).containsExactly("book");
    assertThat(server.exchanges().get(1).request()).containsEntry("tool_choice", "none");
    Models.ask(
        Models.brain(server).declareUsedTools().build(), Models.request(said("Hi.")).build());
    assertThat(server.exchanges().get(2).request()).doesNotContainKeys("tools", "tool_choice");
  }

  @Test
  void aCallWithoutResultAndAResultWithoutCallStillMakeAValidRequest() {
    assertThat(
            sent(
                Models.request(said("Book."), call("c1", "not json"), result("c9"), said("So?"))
                    .build()))
        .containsExactly(
            "system: You are kind.",
            "user: Book.",
            "assistant: [book {}]",
            "tool: there is no result",
            "user: So?");
  }

  @Test
  void everyCutOfAConversationWithTwoCallsMakesAValidRequest() {
    List<ConversationItem> whole =
        List.of(
            said("Book."),
            new AgentSpeech("One", true),
            call("c1", "{}"),
            call("c2", "{\"day\":"),
            result("c1"),
            result("c2"),
            new AgentSpeech("Bo", true),
            said("And?"));
    for (int end = 1; end <= whole.size(); end++) {
      for (int begin = 0; begin < end; begin++) {
        var items = new ArrayList<>(whole.subList(begin, end));
        sent(Models.request(items.toArray(ConversationItem[]::new)).build());
      }
    }
    assertThat(server.problems()).isEmpty();
  }

  @Test
  void theWindowBeginsWithATurnWhereverItIsCut() {
    var items = new ArrayList<ConversationItem>();
    for (int i = 0; i < 30; i++) {
      items.add(said("Turn " + i + "."));
      items.add(call("c" + i, "{}"));
      items.add(result("c" + i));
      items.add(new AgentSpeech("Booked.", false));
    }
    for (int most = 1; most < 30; most++) {
      List<String> sent =
          sent(
              Models.brain(server).historyWindow(most),
              Models.request(items.toArray(ConversationItem[]::new)).build());
      assertThat(sent.get(1)).startsWith("user: Turn ");
      assertThat(sent).hasSizeLessThanOrEqualTo(Math.max(most, 4) + 1);
      assertThat(sent).endsWith("assistant: Booked.");
    }
  }

  @Test
  void anInstructionIsToldApartFromWhatWasSaid() {
    assertThat(sent(Models.request().instruction("Greet Ann.").build()))
        .containsExactly(
            "system: You are kind.",
            "user: [Instruction of the application, not said by anybody: Greet Ann.]");
    assertThat(sent(Models.request(said("Hello.")).instruction("Be quick.").build()))
        .endsWith("user: Hello.\n[Instruction of the application, not said by anybody: Be quick.]");
  }

  @Test
  void theSystemMessageMayDependOnTheSession() {
    assertThat(
            sent(
                Models.brain(server)
                    .systemMessage(request -> "Session " + request.context().sessionId()),
                Models.request(said("Hello.")).build()))
        .startsWith("system: Session test\n\nYou are kind.");
  }
}
