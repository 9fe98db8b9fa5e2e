package dev.parley.testkit.scenario;

import dev.parley.AgentRuntime;
import dev.parley.VoiceAgent;
import dev.parley.spi.Brain;
import dev.parley.spi.TextToSpeech;
import dev.parley.testkit.BrainLine;
import dev.parley.testkit.FakeTransport;
import dev.parley.testkit.ManualClock;
import dev.parley.testkit.ScriptedBrain;
import dev.parley.testkit.ScriptedStt;
import dev.parley.testkit.ScriptedTool;
import dev.parley.testkit.ScriptedTts;
import dev.parley.testkit.ScriptedTurnDetector;
import dev.parley.testkit.ScriptedVad;
import dev.parley.testkit.StreamSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fakes of one run, made new for it. */
final class Cast {
  private final Scenario.Parts parts;
  private final ManualClock clock = new ManualClock();
  private final FakeTransport transport;
  private final ScriptedStt stt;
  private final @Nullable ScriptedVad vad;
  private final ScriptedBrain brain;
  private final @Nullable ScriptedBrain fallbackBrain;
  private final ScriptedTts voice;
  private final @Nullable ScriptedTts fallbackVoice;

  Cast(Scenario scenario) {
    this.parts = scenario.parts();
    this.transport = newTransport();
    this.stt = ScriptedStt.builder(parts.people().talk()).drops(parts.sttDrops()).build();
    this.vad = newVad(parts.vad().endsAfter());
    this.brain = brainOf("scripted", parts.brain(), null);
    this.fallbackBrain =
        parts.fallbackBrain().isEmpty() ? null : brainOf("second", parts.fallbackBrain(), brain);
    this.voice = voiceOf("scripted", parts.voice());
    VoicePart second = parts.fallbackVoice();
    this.fallbackVoice = second == null ? null : voiceOf("second", second);
  }

  private FakeTransport newTransport() {
    Scenario.TransportPart part = parts.transport();
    return FakeTransport.builder(parts.people().talk())
        .pausable(part.pausable())
        .buffer(part.buffer())
        .drops(part.drops())
        .build();
  }

  private @Nullable ScriptedVad newVad(@Nullable Duration endsAfter) {
    if (endsAfter == null) {
      return null;
    }
    return ScriptedVad.builder(parts.people().talk())
        .startsAfter(parts.vad().startsAfter())
        .endsAfter(endsAfter)
        .build();
  }

  private ScriptedBrain brainOf(String name, List<BrainLine> lines, @Nullable ScriptedBrain first) {
    var builder = ScriptedBrain.builder().name(name).knowsTools(!parts.tools().isEmpty());
    lines.forEach(builder::line);
    return first == null ? builder.build() : builder.fallbackOf(first).build();
  }

  private static ScriptedTts voiceOf(String name, VoicePart part) {
    var builder =
        ScriptedTts.builder()
            .name(name)
            .firstAudio(part.firstAudio())
            .perCharacter(part.perCharacter())
            .sounds(part.sounds())
            .wordTimes(part.wordTimes());
    Duration failsAfter = part.failsAfter();
    return failsAfter == null
        ? builder.build()
        : builder.failsAfter(failsAfter, part.failures()).build();
  }

  ManualClock clock() {
    return clock;
  }

  FakeTransport transport() {
    return transport;
  }

  ScriptedStt stt() {
    return stt;
  }

  /** The first brain; it knows what the second was asked too. */
  ScriptedBrain brain() {
    return brain;
  }

  /** Everything that opens streams. */
  List<StreamSource> streamSources() {
    var sources = new ArrayList<StreamSource>(List.of(transport, stt, brain, voice));
    for (@Nullable StreamSource each :
        new @Nullable StreamSource[] {vad, fallbackBrain, fallbackVoice}) {
      if (each != null) {
        sources.add(each);
      }
    }
    return sources;
  }

  /**
   * The agent of the scenario, ready to be changed and built; all its work runs on the thread that
   * moves the clock.
   */
  VoiceAgent.Builder newAgent() {
    var runtime =
        AgentRuntime.builder()
            .clock(clock)
            .loops(Runnable::run)
            .blocking(Runnable::run)
            .retryJitter(0)
            .build();
    var agent =
        VoiceAgent.builder()
            .runtime(runtime)
            .speechToText(stt)
            .vad(vad)
            .brain(brains())
            .textToSpeech(voices());
    agent.greeting(parts.agent().greeting());
    agent
        .turns(parts.agent().turns())
        .interruptions(parts.agent().interruptions())
        .replies(parts.agent().replies());
    if (parts.detector() != null) {
      agent.turnDetector(ScriptedTurnDetector.of(parts.detector()));
    }
    parts.tools().forEach(tool -> agent.tool(toolOf(tool)));
    return agent;
  }

  private Brain brains() {
    return fallbackBrain == null ? brain : Brain.withFallback(brain, fallbackBrain);
  }

  private TextToSpeech voices() {
    return fallbackVoice == null ? voice : TextToSpeech.withFallback(voice, fallbackVoice);
  }

  private static ScriptedTool toolOf(ToolPart part) {
    return ScriptedTool.builder(part.spec())
        .takes(part.takes())
        .returns(part.returns())
        .fails(part.failure())
        .build();
  }
}
