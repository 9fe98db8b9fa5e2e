package dev.parley.stt.assemblyai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.spi.CloseReason;
import dev.parley.testkit.assemblyai.ScriptedAssemblyAi;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** As many sessions as a server may hold, on one engine. */
class ManySessionsTest {
  private static final int SESSIONS = 200;

  /** Threads that OkHttp and the JVM have whatever the number of sessions. */
  private static final int OTHERS = 40;

  @Test
  void twoHundredSessionsAtOnceAllBeginAndAllUnderstand() {
    try (ScriptedAssemblyAi server = ScriptedAssemblyAi.start();
        AssemblyAiStt engine = Call.builder(server).build()) {
      int before = clientThreads();
      var calls = new ArrayList<Call>();
      for (int i = 0; i < SESSIONS; i++) {
        calls.add(Call.open(engine));
      }
      for (Call each : calls) {
        each.await("Begin", () -> !each.metric("connect.seconds").isEmpty());
      }
      assertThat(server.openConnections()).isEqualTo(SESSIONS);
      IntStream.range(0, SESSIONS).forEach(i -> calls.get(i).say("caller " + i));
      int threads = clientThreads() - before;
      assertThat(threads)
          .as("one a session, of OkHttp's reader")
          .isLessThanOrEqualTo(SESSIONS + OTHERS);
      calls.forEach(Call::finish);
      for (int i = 0; i < SESSIONS; i++) {
        assertThat(calls.get(i).awaitClosed().kind()).isEqualTo(CloseReason.Kind.FINISHED);
        assertThat(calls.get(i).finalTexts()).isEqualTo(List.of("Caller " + i + "."));
      }
      assertThat(server.violations()).isEmpty();
      System.out.println(threads + " threads for " + SESSIONS + " sessions");
    }
  }

  private static int clientThreads() {
    return (int)
        Thread.getAllStackTraces().keySet().stream()
            .filter(each -> !each.getName().startsWith("parley-test-server"))
            .count();
  }
}
