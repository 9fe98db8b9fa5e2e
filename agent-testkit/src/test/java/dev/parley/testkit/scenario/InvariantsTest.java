package dev.parley.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ConversationItem;
import dev.parley.ConversationItem.Call;
import dev.parley.ConversationItem.Result;
import dev.parley.ToolCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InvariantsTest {
  private final List<LoggedEvent> told = new ArrayList<>();
  private final List<ConversationItem> conversation = new ArrayList<>();

  private void tell(int second, String name, Object... fields) {
    var all = new LinkedHashMap<String, Object>();
    for (int i = 0; i < fields.length; i += 2) {
      all.put((String) fields[i], fields[i + 1]);
    }
    told.add(new LoggedEvent(Duration.ofSeconds(second), name, all));
  }

  private void closes() {
    tell(9, "session.closed", "reason", "over");
  }

  private List<String> violations() {
    return violations(0, true, List.of());
  }

  private List<String> violations(int timers, boolean over, List<String> others) {
    return new Invariants(
            new Invariants.Remains(told, conversation, others, others, timers, over, others))
        .violations();
  }

  @Test
  void aRunAsItShouldBeHasNone() {
    tell(1, "reply.asked", "reply", 1);
    tell(2, "tool.started", "id", "c1");
    tell(3, "tool.ended", "id", "c1");
    tell(4, "reply.ended", "reply", 1);
    conversation.add(new Call(new ToolCall("c1", "book", Map.of(), "{}")));
    conversation.add(new Result("c1", "book", "booked"));
    closes();

    assertThat(violations()).isEmpty();
  }

  @Test
  void everyReplyEndsExactlyOnce() {
    tell(1, "reply.asked", "reply", 1);
    tell(1, "reply.ended", "reply", 2);
    tell(2, "reply.ended", "reply", 2);
    closes();

    assertThat(violations())
        .containsExactly(
            "reply 1 ended 0 times, must be once", "reply 2 ended 2 times, must be once");
  }

  @Test
  void everyToolCallHasExactlyOneResult() {
    conversation.add(new Call(new ToolCall("c1", "book", Map.of(), "{}")));
    tell(2, "tool.started", "id", "c1");
    closes();

    assertThat(violations())
        .hasSize(2)
        .anyMatch(each -> each.startsWith("every tool call must have exactly one result"))
        .contains("the tool call c1 started and never ended");

    conversation.add(new Result("c1", "book", "booked"));
    conversation.add(new Result("c1", "book", "booked"));
    assertThat(violations()).anyMatch(each -> each.startsWith("every tool call"));
  }

  @Test
  void streamsTimersExceptionsAndPromisesAreLookedAfter() {
    closes();

    assertThat(violations(2, false, List.of("something")))
        .containsExactly(
            "something",
            "the session was closed, but is not over 10 s later",
            "a stream never got onClosed: something",
            "2 timers are still set after the closing",
            "what something() returned never completed");
  }

  @Test
  void anExceptionAtTheEdgeOfTheEngineIsOne() {
    tell(1, "error", "source", "engine", "message", "oops");
    closes();

    assertThat(violations())
        .singleElement()
        .asString()
        .contains("an exception reached the edge of the engine", "oops");
  }

  @Test
  void statesChangeAsTheirTableAllows() {
    tell(0, "agent.state", "from", "joining", "to", "listening");
    tell(1, "agent.state", "from", "speaking", "to", "thinking");
    tell(2, "agent.state", "from", "thinking", "to", "joining");
    closes();

    assertThat(violations()).hasSize(2).allMatch(each -> each.startsWith("the agent was "));
  }

  @Test
  void eventsComeInTimeAndNoneAfterTheClosing() {
    tell(2, "room.lost");
    tell(1, "room.back");
    closes();
    tell(9, "room.lost");

    assertThat(violations())
        .hasSize(2)
        .anyMatch(each -> each.startsWith("events go back in time"))
        .anyMatch(each -> each.startsWith("an event came after session.closed"));

    told.clear();
    assertThat(violations()).containsExactly("session.closed never came");
  }
}
