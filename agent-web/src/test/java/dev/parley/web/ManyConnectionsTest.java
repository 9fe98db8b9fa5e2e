package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two hundred visitors come and go, some without a word; nothing of them stays. */
class ManyConnectionsTest {
  private static final int VISITORS = 200;

  @Test
  void twoHundredComeAndGoAndNothingStays() throws Exception {
    try (WebTransport transport =
        WebTransport.builder().port(0).grace(Duration.ofMillis(1)).build()) {
      ScriptedAgent agent = ScriptedAgent.in(transport, "cafe");
      for (int i = 1; i <= VISITORS; i++) {
        visit(transport, agent, i);
      }

      assertThat(transport.connectionCount()).isZero();
      assertThat(webThreads())
          .as("threads, not one a visitor")
          .isLessThanOrEqualTo(WebServer.MOST_THREADS);
    }
    assertThat(webThreads()).isZero();
  }

  @Test
  void aRoomThatIsOverIsForgotten() throws Exception {
    try (WebTransport transport = WebTransport.builder().port(0).build()) {
      List<WeakReference<Object>> rooms = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        ScriptedAgent agent = ScriptedAgent.in(transport, "room " + i);
        agent.room().close();
        agent.await("closed CANCELLED");
        rooms.add(new WeakReference<>(agent.room()));
      }
      assertThat(transport.roomCount()).isZero();
      assertThat(collected(rooms)).isTrue();
    }
  }

  private static void visit(WebTransport transport, ScriptedAgent agent, int number)
      throws Exception {
    PageClient page = PageClient.join(transport, "cafe", "V");
    page.await("joined");
    if (number % 2 == 0) {
      page.close();
    } else {
      page.breakConnection();
    }
    agent.await("left guest-" + number);
  }

  private static int webThreads() {
    return (int)
        Thread.getAllStackTraces().keySet().stream()
            .filter(each -> each.getName().startsWith("parley-web"))
            .count();
  }

  private static boolean collected(List<WeakReference<Object>> references) {
    for (int i = 0; i < 50; i++) {
      System.gc();
      if (references.stream().allMatch(each -> each.get() == null)) {
        return true;
      }
    }
    return false;
  }
}
