package dev.parley.benchmarks.driver;

import dev.parley.InterruptionPolicy;
import dev.parley.InterruptionRule;
import dev.parley.ReplyPolicy;
import dev.parley.TurnPolicy;
import dev.parley.VoiceAgent;
import dev.parley.local.SileroVad;
import java.time.Duration;
import java.util.Arrays;

/** How the agents of a run are set. */
public enum Profile {
  /** Parley's defaults, untouched. */
  DEFAULT("default", false, false),

  /** Every delay at its minimum. */
  MIN("min", true, false),

  /** The defaults, with the local voice activity detector. */
  VAD("vad", false, true),

  /** Every delay at its minimum, with the local voice activity detector. */
  MIN_VAD("min-vad", true, true);

  private final String label;
  private final boolean quick;
  private final boolean detector;

  Profile(String label, boolean quick, boolean detector) {
    this.label = label;
    this.quick = quick;
    this.detector = detector;
  }

  /** Returns the profile of this name. */
  public static Profile named(String label) {
    for (Profile each : values()) {
      if (each.label.equals(label)) {
        return each;
      }
    }
    throw new IllegalArgumentException(
        "there is no profile '" + label + "'; take one of " + Arrays.toString(values()));
  }

  /** Sets what all agents of a run share. */
  VoiceAgent.Builder apply(VoiceAgent.Builder agent) {
    if (quick) {
      agent.interruptions(atOnce()).replies(withoutWaiting()).turns(withoutSilence());
    }
    return detector ? agent.vad(Detector.SHARED) : agent;
  }

  private static InterruptionPolicy atOnce() {
    InterruptionRule rule =
        InterruptionRule.builder()
            .duckAfter(Duration.ZERO)
            .pauseAfter(Duration.ZERO)
            .interruptAfter(Duration.ZERO)
            .build();
    return InterruptionPolicy.builder().speaking(rule).build();
  }

  private static ReplyPolicy withoutWaiting() {
    return ReplyPolicy.builder().stableAfter(Duration.ZERO).build();
  }

  private static TurnPolicy withoutSilence() {
    return TurnPolicy.builder().endOfTurnSilence(Duration.ZERO).build();
  }

  @Override
  public String toString() {
    return label;
  }

  /** Loaded when it is first asked for. */
  private static final class Detector {
    static final SileroVad SHARED = new SileroVad();
  }
}
