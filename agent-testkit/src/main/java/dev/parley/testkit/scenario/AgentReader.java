package dev.parley.testkit.scenario;

import dev.parley.Floor;
import dev.parley.InterruptionPolicy;
import dev.parley.InterruptionRule;
import dev.parley.ReplyPolicy;
import dev.parley.TurnPolicy;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the part {@code agent}. Its defaults are those of the format, which are not all those of
 * the API.
 */
final class AgentReader {
  private static final List<String> KEYS =
      List.of(
          "greeting",
          "endpointing",
          "endOfTurnSilence",
          "maxEndOfTurnSilence",
          "interruption",
          "whileThinking",
          "firstSecond",
          "toolRunning",
          "backchannels",
          "floor",
          "names",
          "speculation",
          "away",
          "maxToolSteps",
          "echoWarmUp",
          "brainTimeout",
          "filler",
          "apology");
  private static final List<String> RULE_KEYS =
      List.of("enabled", "duckAfter", "pauseAfter", "interruptAfter", "minWords", "resumeAfter");

  private final YamlMap agent;

  AgentReader(YamlMap agent) {
    this.agent = agent;
  }

  static List<String> keys() {
    return KEYS;
  }

  AgentPart read() {
    return new AgentPart(agent.textOrNull("greeting"), turns(), interruptions(), replies());
  }

  private TurnPolicy turns() {
    return TurnPolicy.builder()
        .endpointing(endpointing())
        .endOfTurnSilence(agent.time("endOfTurnSilence", Duration.ofMillis(500)))
        .maxEndOfTurnSilence(agent.time("maxEndOfTurnSilence", Duration.ofSeconds(6)))
        .floor(agent.find("floor").map(AgentReader::floorOf).orElse(Floor.everyone()))
        .agentNames(agent.texts("names"))
        .userAway(agent.timeOrNull("away", Duration.ofSeconds(15)))
        .build();
  }

  private TurnPolicy.Endpointing endpointing() {
    return switch (agent.oneOf("endpointing", "stt", List.of("stt", "vad", "manual"))) {
      case "vad" -> TurnPolicy.Endpointing.VAD;
      case "manual" -> TurnPolicy.Endpointing.MANUAL;
      default -> TurnPolicy.Endpointing.STT;
    };
  }

  private static Floor floorOf(YamlValue floor) {
    if (floor.isMap()) {
      return Floor.only(floor.asMap(List.of("only")).need("only").asNonBlank());
    }
    String word = floor.asText();
    return switch (word) {
      case "everyone" -> Floor.everyone();
      case "addressed" -> Floor.addressed();
      default -> throw floor.mustBe("everyone, addressed, or {only: name}");
    };
  }

  private InterruptionPolicy interruptions() {
    InterruptionRule speaking = rule("interruption", InterruptionRule.defaults());
    var policy = InterruptionPolicy.builder().speaking(speaking);
    policy.thinking(ruleOrNull("whileThinking", speaking));
    policy.firstSecond(ruleOrNull("firstSecond", speaking));
    policy.toolRunning(ruleOrNull("toolRunning", speaking));
    if (agent.has("backchannels")) {
      policy.backchannels(agent.texts("backchannels"));
    }
    return policy.echoWarmUp(agent.time("echoWarmUp", Duration.ZERO)).build();
  }

  private @Nullable InterruptionRule ruleOrNull(String key, InterruptionRule base) {
    boolean saysSomething =
        agent.find(key).filter(each -> !each.asMap(RULE_KEYS).isEmpty()).isPresent();
    return saysSomething ? rule(key, base) : null;
  }

  /** What a rule does not say is as in {@code base}. */
  private InterruptionRule rule(String key, InterruptionRule base) {
    if (!agent.has(key)) {
      return base;
    }
    YamlMap rule = agent.need(key).asMap(RULE_KEYS);
    return InterruptionRule.builder()
        .enabled(rule.flag("enabled", base.enabled()))
        .duckAfter(rule.timeOrNull("duckAfter", base.duckAfter()))
        .pauseAfter(rule.timeOrNull("pauseAfter", base.pauseAfter()))
        .interruptAfter(rule.timeOrNull("interruptAfter", base.interruptAfter()))
        .minWords(rule.count("minWords", base.minWords()))
        .resumeAfter(rule.time("resumeAfter", base.resumeAfter()))
        .build();
  }

  private ReplyPolicy replies() {
    var policy =
        ReplyPolicy.builder()
            .speculation(agent.flag("speculation", false))
            .maxToolSteps(agent.count("maxToolSteps", 3))
            .brainTimeout(agent.time("brainTimeout", Duration.ofSeconds(10)))
            .apology(agent.textOrNull("apology"));
    agent
        .find("filler")
        .filter(each -> !each.isNull())
        .ifPresent(each -> filler(each.asMap(List.of("after", "text")), policy));
    return policy.build();
  }

  private static void filler(YamlMap filler, ReplyPolicy.Builder policy) {
    policy
        .slowAfter(filler.time("after", Duration.ofMillis(1_200)))
        .filler(filler.need("text").asNonBlank());
  }
}
