package dev.parley.testkit.scenario;

import dev.parley.testkit.ImprovisingBrain;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A scenario made up from a seed: random people, tools, settings, lateness, failures, interruptions
 * and closings. The same seed gives the same scenario.
 */
final class RandomScenario {
  private static final List<String> NAMES = List.of("ann", "bob", "carl");
  private static final List<String> BACKCHANNELS = List.of("mm-hm", "right", "okay", "yes");

  private final long seed;
  private final SplittableRandom random;
  private final StringBuilder text = new StringBuilder();
  private final boolean vad;
  private final String endpointing;
  private int words;

  RandomScenario(long seed) {
    this.seed = seed;
    this.random = new SplittableRandom(seed);
    this.vad = random.nextInt(10) > 0;
    this.endpointing = vad ? pick(List.of("stt", "stt", "vad", "manual")) : "stt";
    write();
  }

  /** The file, but for the brain, which improvises. */
  String text() {
    return text.toString();
  }

  /** The brain; new for every run. */
  ImprovisingBrain newBrain() {
    return new ImprovisingBrain(seed ^ 0x5DEECE66DL, seed % 3 == 0 ? 0.2 : 0);
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private boolean oneIn(int chances) {
    return random.nextInt(chances) == 0;
  }

  private String millis(int from, int to) {
    return random.nextInt(from, to) + "ms";
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation would need a dependency of its own
  private void line(String format, Object... values) {
    text.append(String.format(format, values)).append('\n');
  }

  private void write() {
    line("scenario: made up from seed %d", seed);
    agent();
    line(
        "transport: {pausable: %s, buffer: %s%s}",
        !oneIn(5),
        oneIn(2) ? "0ms" : millis(0, 300),
        oneIn(12)
            ? ", drops: [{at: " + millis(1_000, 15_000) + ", back: " + millis(100, 3_000) + "}]"
            : "");
    line("vad: {startsAfter: %s, endsAfter: %s}", millis(20, 150), vad ? millis(100, 800) : "null");
    if (oneIn(8)) {
      line("stt: {drops: [{at: %s, back: %s}]}", millis(1_000, 15_000), millis(0, 2_000));
    }
    people();
    line(
        "voice: {firstAudio: %s, perCharacter: %s, wordTimes: %s%s}",
        millis(20, 600),
        millis(15, 70),
        !oneIn(4),
        oneIn(10)
            ? ", fails: " + pick(List.of("beforeAudio", "{after: 400ms}")) + ", first: 1"
            : "");
    if (oneIn(2)) {
      line("fallbackVoice: {perCharacter: %s}", millis(15, 70));
    }
    tools();
    app();
  }

  private void agent() {
    line("agent:");
    line("  endpointing: %s", endpointing);
    line("  endOfTurnSilence: %s", millis(200, 1_000));
    line("  maxEndOfTurnSilence: %s", millis(1_500, 6_000));
    line("  interruption: %s", rule());
    for (String state : List.of("whileThinking", "firstSecond", "toolRunning")) {
      if (oneIn(6)) {
        line("  %s: %s", state, rule());
      }
    }
    line("  speculation: %s", oneIn(2));
    line("  away: %s", oneIn(3) ? "null" : millis(3_000, 15_000));
    line("  maxToolSteps: %d", random.nextInt(0, 4));
    line("  brainTimeout: %s", millis(1_600, 3_000));
    line("  apology: %s", oneIn(2) ? "null" : "Sorry nobody answers.");
    if (oneIn(3)) {
      line("  greeting: Welcome to everybody here.");
    }
    if (oneIn(4)) {
      line("  filler: {after: %s, text: One moment please.}", millis(300, 1_500));
    }
    if (oneIn(6)) {
      line("  echoWarmUp: %s", millis(0, 3_000));
    }
  }

  private String rule() {
    return String.format(
        "{enabled: %s, duckAfter: %s, pauseAfter: %s, interruptAfter: %s, minWords: %d,"
            + " resumeAfter: %s}",
        !oneIn(8),
        oneIn(4) ? "null" : millis(0, 200),
        oneIn(4) ? "null" : millis(0, 600),
        oneIn(4) ? "null" : millis(100, 1_200),
        oneIn(3) ? random.nextInt(0, 3) : 0,
        millis(300, 1_000));
  }

  private void people() {
    line("people:");
    int count = random.nextInt(1, NAMES.size() + 1);
    for (String who : NAMES.subList(0, count)) {
      int at = random.nextInt(0, 4_000);
      boolean joins = oneIn(5);
      if (joins) {
        line("  - {at: %dms, who: %s, joins: true}", at, who);
        at += 10;
      }
      int sounds = random.nextInt(1, 7);
      for (int i = 0; i < sounds; i++) {
        at = sound(who, at) + random.nextInt(10, 3_500);
      }
      if (oneIn(6)) {
        line("  - {at: %dms, who: %s, leaves: true}", at, who);
      }
    }
  }

  /** Writes a sound and returns when it ends. */
  private int sound(String who, int at) {
    int lasts = random.nextInt(40, 2_500);
    switch (random.nextInt(6)) {
      case 0 -> line("  - {at: %dms, who: %s, says: '', lasts: %dms}", at, who, lasts);
      case 1 ->
          line(
              "  - {at: %dms, who: %s, says: %s, lasts: %dms, final: %s, endOfTurn: %s}",
              at, who, pick(BACKCHANNELS), lasts, millis(50, 600), endOfTurn());
      default -> speech(who, at, lasts);
    }
    return at + lasts;
  }

  private String endOfTurn() {
    return oneIn(5) ? "null" : millis(0, 800);
  }

  private void speech(String who, int at, int lasts) {
    var said = new StringBuilder();
    int count = random.nextInt(1, 6);
    line("  - at: %dms", at);
    line("    who: %s", who);
    line("    lasts: %dms", lasts);
    line("    interims:");
    for (int i = 0; i < count; i++) {
      said.append(said.isEmpty() ? "" : " ").append("word").append(++words);
      if (!oneIn(3)) {
        line("      - {after: %s, text: %s}", lasts * (i + 1) / (count + 1) + "ms", said);
      }
    }
    line("      - {after: %dms, text: %s}", lasts, said);
    line("    says: %s%s", said, pick(List.of(".", "?", "")));
    if (oneIn(10)) {
      line(
          "    finals: [{after: %s, text: %s}, {after: %s, text: %s}]",
          millis(50, 600), said, millis(600, 2_500), said);
    } else {
      line("    final: %s", oneIn(15) ? "null" : millis(20, oneIn(6) ? 4_000 : 500));
    }
    line("    endOfTurn: %s", endOfTurn());
  }

  private void tools() {
    if (oneIn(2)) {
      line("tools:");
      line(
          "  book: {takes: %s, returns: booked, needs: [day], deadline: %s}",
          millis(0, 4_000), oneIn(5) ? millis(500, 3_000) : "30s");
      line(
          "  ring: {takes: %s, returns: rung, throws: %s, confirm: %s}",
          millis(0, 1_000), oneIn(4) ? "broken" : "null", oneIn(6));
    }
  }

  private void app() {
    line("app:");
    line("  - {at: 0ms, does: resume}");
    int actions = random.nextInt(0, 5);
    for (int i = 0; i < actions; i++) {
      action(random.nextInt(0, 20_000));
    }
    if (endpointing.equals("manual")) {
      for (int i = 0; i < 5; i++) {
        line("  - {at: %s, does: commitTurn, who: %s}", millis(1_000, 25_000), pick(NAMES));
      }
    }
    if (oneIn(6)) {
      line("  - {at: %s, does: close}", millis(0, 20_000));
    } else if (oneIn(8)) {
      line(
          "  - {on: {event: %s}, does: close}",
          pick(
              List.of(
                  "reply.speaking",
                  "reply.asked",
                  "turn.ended",
                  "reply.ended",
                  "interruption",
                  "tool.started",
                  "turn.final",
                  "reply.firstAudio")));
    }
  }

  private void action(int at) {
    switch (random.nextInt(7)) {
      case 0 -> line("  - {at: %dms, does: interrupt}", at);
      case 1 ->
          line(
              "  - {at: %dms, does: say, text: Attention please everybody., interruptible: %s,"
                  + " overlap: %s}",
              at, oneIn(2), pick(List.of("keep", "keep", "context")));
      case 2 -> line("  - {at: %dms, does: ask, text: Say something.}", at);
      case 3 -> line("  - {at: %dms, does: text, who: ann, text: typed%d}", at, ++words);
      case 4 -> {
        line("  - {at: %dms, does: hold}", at);
        line("  - {at: %dms, does: resume}", at + random.nextInt(1, 3_000));
      }
      case 5 ->
          line(
              "  - {on: {event: %s}, does: throw}",
              pick(List.of("reply.speaking", "turn.ended", "participant.state")));
      default ->
          line(
              "  - {on: {event: %s}, does: interrupt}",
              pick(List.of("reply.speaking", "reply.asked", "reply.paused", "reply.firstToken")));
    }
  }
}
