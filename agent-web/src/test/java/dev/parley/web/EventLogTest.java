package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventLogTest {
  private final EventLog log = new EventLog();

  @Test
  void eventsAreNumberedFromOneAndReplayedAfterANumber() {
    assertThat(log.append("{\"a\":1}", null))
        .isEqualTo("{\"type\":\"event\",\"n\":1,\"event\":{\"a\":1}}");
    log.append("{\"a\":2}", null);
    log.append("{\"a\":3}", null);
    assertThat(replay(1))
        .containsExactly(
            "{\"type\":\"event\",\"n\":2,\"event\":{\"a\":2}}",
            "{\"type\":\"event\",\"n\":3,\"event\":{\"a\":3}}");
  }

  @Test
  void anInterimReplacesTheOneBeforeIt() {
    log.append("{\"i\":1}", "turn.interim1");
    log.append("{\"i\":2}", "turn.interim1");
    log.append("{\"i\":3}", "turn.interim2");
    log.append("{\"f\":4}", null);
    log.append("{\"i\":5}", "turn.interim2");
    assertThat(replay(0)).hasSize(4).first().asString().contains("\"n\":2");
  }

  @Test
  void theOldestAreForgotten() {
    for (int i = 0; i < EventLog.MOST_EVENTS + 10; i++) {
      log.append("{}", null);
    }
    assertThat(replay(0)).hasSize(EventLog.MOST_EVENTS).first().asString().contains("\"n\":11,");
  }

  private List<String> replay(long after) {
    List<String> messages = new ArrayList<>();
    log.replay(after, messages::add);
    return messages;
  }
}
