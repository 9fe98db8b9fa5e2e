package dev.parley.brain.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ConversationItem;
import dev.parley.ConversationItem.AgentSpeech;
import dev.parley.ConversationItem.Call;
import dev.parley.ConversationItem.Result;
import dev.parley.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The window of a conversation in which nobody but the agent says anything any more. */
class HistoryWindowTest {
  private static Call call(String id) {
    return new Call(new ToolCall(id, "look", Map.of(), "{}", null));
  }

  private static Result result(String id) {
    return new Result(id, "look", "nothing new");
  }

  @Test
  void itIsBoundedWithoutLaterTurns() {
    List<ConversationItem> all = new ArrayList<>(List.of(Models.said("Keep me posted.")));
    for (int i = 0; i < 500; i++) {
      all.add(call("c" + i));
      all.add(result("c" + i));
      all.add(new AgentSpeech("Nothing new.", false));
    }
    List<ConversationItem> window = new HistoryWindow(40).of(all);
    assertThat(window).hasSizeBetween(20, 40);
    assertThat(window.get(0)).isInstanceOf(AgentSpeech.class);
  }

  @Test
  void itIsBoundedWithoutAnySpeechToo() {
    List<ConversationItem> all = new ArrayList<>(List.of(Models.said("Look for me.")));
    for (int i = 0; i < 500; i++) {
      all.add(call("c" + i));
      all.add(result("c" + i));
    }
    List<ConversationItem> window = new HistoryWindow(40).of(all);
    assertThat(window).hasSizeBetween(20, 41);
    assertThat(window.get(0)).isInstanceOf(Call.class);
  }

  @Test
  void aLateResultKeepsItsCall() {
    List<ConversationItem> all = new ArrayList<>(List.of(Models.said("Look for me.")));
    all.add(call("c1"));
    for (int i = 0; i < 10; i++) {
      all.add(new AgentSpeech("Still looking.", false));
    }
    all.add(result("c1"));
    assertThat(new HistoryWindow(4).of(all)).startsWith(call("c1")).endsWith(result("c1"));
  }
}
