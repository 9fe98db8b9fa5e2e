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
import java.util.LinkedHashMap;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Lets an agent answer a recording.
 *
 * <p>Agents that run on this machine answer as fast as it can: time is a manual clock and all work
 * is done on one thread, so a minute of talk takes a second or so and the same recording gives the
 * same answer every time. Agents that call a vendor over the network live in real time.
 */
final class WavRun {
  private static final Duration STEP = Duration.ofMillis(20);
  private static final Duration QUIET = Duration.ofSeconds(3);
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(6); // the session's own is five

  private final AgentRuntime runtime;
  private final Consumer<Duration> pass;
  private final ObjectMapper json = new ObjectMapper();
  private final Queue<String> log = new ConcurrentLinkedQueue<>();

  private WavRun(AgentRuntime runtime, Consumer<Duration> pass) {
    this.runtime = runtime;
    this.pass = pass;
  }

  /** For plugins that do their work in this JVM. */
  static WavRun atFullSpeed() {
    var clock = new ManualClock();
    AgentRuntime runtime =
        AgentRuntime.builder()
            .clock(clock)
            .loops(Runnable::run)
            .blocking(Runnable::run)
            .retryJitter(0)
            .build();
    return new WavRun(runtime, clock::advance);
  }

  /** For plugins that ask others over the network. */
  static WavRun inRealTime() {
    return new WavRun(AgentRuntime.shared(), time -> LockSupport.parkNanos(time.toNanos()));
  }

  /** The runtime that the agent must be built with. */
  AgentRuntime runtime() {
    return runtime;
  }

  /**
   * Plays {@code question} to the agent, writes what it says to {@code out} and what happened
   * beside it, as JSON lines.
   *
   * @return where it wrote what happened
   */
  Path answer(VoiceAgent agent, AudioFrame question, Path out) throws IOException {
    var call = new WavCall(question);
    AgentSession session =
        agent.start(call, RoomRequest.of("wav"), each -> each.addListener(this::write));
    long began = runtime.clock().nanoTime();
    long quietSince = began;
    long now = began;
    while (now - quietSince < QUIET.toNanos() && now - began < LONGEST.toNanos()) {
      pass.accept(STEP);
      now = runtime.clock().nanoTime();
      boolean idle = call.isAsked() && session.state() == AgentState.LISTENING;
      quietSince = idle ? quietSince : now;
    }
    session.close();
    long closing = runtime.clock().nanoTime();
    while (session.state() != AgentState.CLOSED
        && runtime.clock().nanoTime() - closing < LONGEST_CLOSE.toNanos()) {
      pass.accept(STEP);
    }
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
