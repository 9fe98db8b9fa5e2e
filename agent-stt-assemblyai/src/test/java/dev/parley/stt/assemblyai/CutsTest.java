package dev.parley.stt.assemblyai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.AudioFrame;
import dev.parley.spi.CloseReason;
import dev.parley.spi.Transcript;
import dev.parley.testkit.assemblyai.Breakage;
import dev.parley.testkit.assemblyai.CodedSpeech;
import dev.parley.testkit.assemblyai.ScriptedAssemblyAi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Wherever the connection is cut, the text is the same as if it had not been. */
class CutsTest {
  private static final int AT_ONCE = 24;

  /** Six seconds with the silences after its words. */
  private static final String UTTERANCE =
      "please move my appointment from monday to thursday at three, and tell the doctor that i"
          + " will bring the letters of the hospital with me; my sister comes along, because she"
          + " knows what to ask him";

  private static final String TEXT =
      UTTERANCE.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + UTTERANCE.substring(1) + ".";

  @Test
  void aResetAtEach20MillisOfAnUtteranceLosesNoWordAndDoublesNone() throws Exception {
    everywhere(20, 300, Duration.ofMillis(900), false);
  }

  @Test
  void anErrorOfTheServerAtEach100MillisLosesNoWordAndDoublesNone() throws Exception {
    everywhere(100, 60, Duration.ofMillis(300), true);
  }

  private static void everywhere(int step, int least, Duration lateness, boolean byError)
      throws Exception {
    AudioFrame speech = CodedSpeech.of(Call.FORMAT, UTTERANCE);
    long length = speech.duration().toMillis();
    var runs = new ArrayList<Future<?>>();
    ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
    for (int cut = step; cut <= length; cut += step) {
      int at = cut;
      runs.add(pool.submit(() -> run(speech, at, lateness, byError)));
    }
    pool.shutdown();
    for (Future<?> each : runs) {
      each.get();
    }
    assertThat(runs).hasSizeGreaterThanOrEqualTo(least);
  }

  private static void run(AudioFrame speech, int cut, Duration lateness, boolean byError) {
    Duration at = Duration.ofMillis(cut);
    try (ScriptedAssemblyAi server = ScriptedAssemblyAi.start().lateness(lateness);
        AssemblyAiStt engine = Call.builder(server).build()) {
      server.breakConnection(
          1,
          byError
              ? Breakage.errorAfter(at, 3005, "Session Cancelled: An error occurred")
              : Breakage.cutAfter(at));
      var call = Call.open(engine);
      call.await("Begin", () -> !call.metric("connect.seconds").isEmpty());
      speakAsItIsHeard(speech, call, server);
      call.silence(600);
      call.finish();
      CloseReason reason = call.awaitClosed();
      assertThat(reason.kind())
          .as("cut at %s ms: %s", cut, reason)
          .isEqualTo(CloseReason.Kind.FINISHED);
      assertThat(call.finalTexts()).as("cut at %s ms", cut).containsExactly(TEXT);
      // A machine that has no time for a handshake may lose another; that is survived as well.
      assertThat(server.connections()).as("cut at %s ms", cut).isGreaterThanOrEqualTo(2);
      assertThat(server.violations()).as("cut at %s ms", cut).isEmpty();
      assertTimes(speech, call.finals().get(0), cut);
    }
  }

  /** Keeps at most a tenth of a second ahead of the server while the connection stands. */
  private static void speakAsItIsHeard(AudioFrame speech, Call call, ScriptedAssemblyAi server) {
    int step = Call.FORMAT.sampleRateHz() / 10;
    for (int from = 0; from < speech.sampleCount(); from += step) {
      int heard = Math.max(0, from - step);
      server.await(
          "the server to listen",
          () ->
              server.samples(1) >= heard
                  || server.openConnections() == 0
                  || server.connections() > 1);
      call.offer(speech.slice(from, Math.min(speech.sampleCount(), from + step)));
    }
  }

  /** Each word has the time at which it was offered, to a hundredth of a second. */
  private static void assertTimes(AudioFrame speech, Transcript text, int cut) {
    List<Long> starts = startsOfWords(speech);
    assertThat(text.words()).as("cut at %s ms", cut).hasSameSizeAs(starts);
    for (int i = 0; i < starts.size(); i++) {
      long told = text.words().get(i).start().toMillis();
      assertThat(told)
          .as("cut at %s ms, word %s", cut, i)
          .isBetween(starts.get(i) - 10, starts.get(i) + 10);
    }
  }

  private static List<Long> startsOfWords(AudioFrame speech) {
    var starts = new ArrayList<Long>();
    boolean silent = true;
    for (int i = 0; i < speech.sampleCount(); i++) {
      boolean now = speech.sample(i) == 0;
      if (silent && !now) {
        starts.add(i * 1_000L / speech.format().sampleRateHz());
      }
      silent = now;
    }
    return starts;
  }
}
