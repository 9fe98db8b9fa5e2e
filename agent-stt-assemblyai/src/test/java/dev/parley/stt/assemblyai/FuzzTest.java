package dev.parley.stt.assemblyai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.AgentException;
import dev.parley.ErrorKind;
import dev.parley.audio.AudioFrame;
import dev.parley.spi.CloseReason;
import dev.parley.spi.Participant;
import dev.parley.spi.PluginContext;
import dev.parley.spi.SttListener;
import dev.parley.spi.SttRequest;
import dev.parley.spi.SttStream;
import dev.parley.testkit.ManualClock;
import dev.parley.testkit.assemblyai.AssemblyAiFixture;
import dev.parley.testkit.assemblyai.ScriptedAssemblyAi;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the server sends, no exception escapes, nothing hangs, and memory stays flat. */
class FuzzTest {
  private static final int MESSAGES = 100_000;
  private static final String LAST =
      "{\"type\":\"Turn\",\"turn_order\":987654,\"end_of_turn\":true,"
          + "\"transcript\":\"that was all\",\"words\":[]}";

  private static final int OVER_A_SOCKET = 2_000;
  private static final long SEED = 20_260_920L;
  private static final long MOST_GROWTH = 16L << 20;

  private static final String[] NASTY = {
    "null",
    "-1",
    "1e308",
    "9223372036854775808",
    "\"\"",
    "[]",
    "{}",
    "true",
    "[[[[[[[[",
    "\\u0000",
    "\"Turn\"",
    "\"Error\"",
    "\"Termination\"",
    "0.5",
    "\uD800",
    "\"turn_order\":7,"
  };

  private final Random random = new Random(SEED);
  private final List<String> seeds = seeds();
  private final ManualClock clock = new ManualClock();
  private final FakeSockets sockets = new FakeSockets();
  private int closedByDefect;
  private int results;

  private static List<String> seeds() {
    var seeds = new ArrayList<String>();
    for (AssemblyAiFixture fixture : AssemblyAiFixture.all()) {
      if (!fixture.file().startsWith("10")) { // 90 KB a message: one of them is enough
        fixture.serverTexts().forEach(seeds::add);
      }
    }
    return seeds;
  }

  @Test
  void aHundredThousandMutatedMessagesDoNoHarm() {
    AssemblyAiStt engine = sockets.engine(FakeSockets.builder());
    SttStream stream = null;
    long before = 0;
    for (int i = 0; i < MESSAGES; i++) {
      if (stream == null || !stream.offer(AudioFrame.silence(Call.FORMAT, Duration.ofMillis(20)))) {
        stream = open(engine);
      }
      if (i % 5 == 0 && sockets.last().closeCode == 0) {
        sockets.last().begin();
      }
      sockets.last().raw(mutated());
      sockets.last().forget();
      sockets.forgetAllButLast();
      clock.advance(Duration.ofMillis(random.nextInt(100)));
      before = i == MESSAGES / 5 ? heap() : before;
    }
    long growth = heap() - before;
    engine.close();
    assertThat(closedByDefect).as("streams that ended by a defect; seed %s", SEED).isZero();
    assertThat(results).as("results in between").isGreaterThan(1_000);
    assertThat(growth).as("growth of the heap in bytes").isLessThan(MOST_GROWTH);
  }

  @Test
  void mutatedMessagesDoNoHarmOverARealSocket() {
    try (ScriptedAssemblyAi server = ScriptedAssemblyAi.start();
        AssemblyAiStt engine =
            Call.builder(server).reconnects(1_000, Duration.ofHours(1)).build()) {
      var call = Call.open(engine);
      call.await("Begin", () -> !call.metric("connect.seconds").isEmpty());
      for (int i = 0; i < OVER_A_SOCKET; i++) {
        String text = mutated();
        if (!text.contains("rror") && !text.contains("Termination")) {
          server.send(1, text);
        }
      }
      server.send(1, LAST);
      call.await(
          "the last of them, which must not be taken for an answer to what is said below",
          () -> call.finalTexts().contains("that was all") || server.connections() > 1);
      server.cut(1);
      call.say("still here");
      call.finish();
      assertThat(call.awaitClosed().kind()).isEqualTo(CloseReason.Kind.FINISHED);
      assertThat(call.finalTexts()).endsWith("Still here.");
    }
  }

  private SttStream open(AssemblyAiStt engine) {
    var context = new PluginContext("fuzz", clock, Runnable::run);
    var request = new SttRequest(Participant.of("ann"), Call.FORMAT, List.of(), context);
    return engine.open(request, new Counting());
  }

  private String mutated() {
    var text = new StringBuilder(seeds.get(random.nextInt(seeds.size())));
    int changes = random.nextInt(4);
    for (int i = 0; i < changes && text.length() > 2; i++) {
      mutate(text);
    }
    return text.toString();
  }

  private void mutate(StringBuilder text) {
    int at = random.nextInt(text.length());
    int to = Math.min(text.length(), at + 1 + random.nextInt(12));
    switch (random.nextInt(6)) {
      case 0 -> text.setCharAt(at, (char) random.nextInt(128));
      case 1 -> text.delete(at, to);
      case 2 -> text.insert(at, text.substring(at, to).repeat(1 + random.nextInt(4)));
      case 3 -> text.insert(at, NASTY[random.nextInt(NASTY.length)]);
      case 4 -> replaceValue(text, at);
      default -> text.setLength(at);
    }
  }

  /** Puts something nasty in place of the value that follows. */
  private void replaceValue(StringBuilder text, int from) {
    int colon = text.indexOf(":", from);
    int end = colon < 0 ? -1 : text.indexOf(",", colon);
    if (end > 0) {
      text.replace(colon + 1, end, NASTY[random.nextInt(NASTY.length)]);
    }
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private final class Counting extends SttListener {
    @Override
    public void onFinal(dev.parley.spi.Transcript transcript) {
      results++;
    }

    @Override
    public void onClosed(CloseReason reason) {
      boolean defect =
          reason.error().map(AgentException::kind).filter(ErrorKind.INTERNAL::equals).isPresent();
      // 1009 and 3007 are told as our own defects too.
      if (defect && reason.error().orElseThrow().getCause() != null) {
        closedByDefect++;
        throw new AssertionError("closed by a defect", reason.error().get());
      }
    }
  }
}
