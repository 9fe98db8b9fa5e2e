package dev.parley.samples;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.AgentEvent;
import dev.parley.AgentRuntime;
import dev.parley.AgentSession;
import dev.parley.AgentState;
import dev.parley.VoiceAgent;
import dev.parley.audio.AudioFrame;
import dev.parley.audio.WavFile;
import dev.parley.spi.RoomRequest;
import dev.parley.testkit.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Lets an agent answer a recording, as fast as the machine can.
 *
 * <p>Time is a manual clock and all work is done on one thread, so a minute of talk takes a second
 * or so and the same recording gives the same answer every time. That needs plugins that do their
 * work here; those that call a vendor over the network live in real time.
 */
final class WavRun {
  private static final Duration STEP = Duration.ofMillis(20);
  private static final Duration QUIET = Duration.ofSeconds(3);
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final ManualClock clock = new ManualClock();
  private final ObjectMapper json = new ObjectMapper();
  private final List<String> log = new ArrayList<>();

  /** The runtime that the agent must be built with. */
  AgentRuntime runtime() {
    return AgentRuntime.builder()
        .clock(clock)
        .loops(Runnable::run)
        .blocking(Runnable::run)
        .retryJitter(0)
        .build();
  }

  /**
   * Plays {@code wav} to the agent, writes what it says to {@code out} and what happened beside it,
   * as JSON lines.
   */
  Path answer(VoiceAgent agent, Path wav, Path out) throws IOException {
    AudioFrame question = WavFile.read(wav);
    var call = new WavCall(question);
    AgentSession session =
        agent.start(call, RoomRequest.of("wav"), each -> each.addListener(this::write));
    Duration quiet = Duration.ZERO;
    while (quiet.compareTo(QUIET) < 0 && clock.elapsed().compareTo(LONGEST) < 0) {
      clock.advance(STEP);
      boolean idle = call.isAsked() && session.state() == AgentState.LISTENING;
      quiet = idle ? quiet.plus(STEP) : Duration.ZERO;
    }
    session.close();
    clock.advance(Duration.ofSeconds(6)); // close is bounded by five
    WavFile.write(out, call.format(), call.answer());
    Path events =
        out.resolveSibling(out.getFileName().toString().replaceFirst("(\\.wav)?$", ".jsonl"));
    Files.write(events, log);
    return events;
  }

  private void write(AgentEvent event) {
    var line = new LinkedHashMap<String, Object>();
    line.put("t", Math.round(event.at().toNanos() / 1e6) / 1e3);
    line.put("event", event.name());
    line.putAll(event.fields());
    log.add(json.valueToTree(line).toString());
  }
}
