package dev.parley.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.local.script.Heard;
import dev.parley.local.script.PhraseMatcher;
import dev.parley.local.tts.Kevin;
import dev.parley.local.tts.VoiceStyle;
import dev.parley.spi.Participant;
import dev.parley.spi.SttRequest;
import dev.parley.spi.SttStream;
import dev.parley.spi.Transcript;
import dev.parley.testkit.ManualClock;
import dev.parley.testkit.RecordingSttListener;
import dev.parley.testkit.TestContexts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * What the café's recogniser must understand and refuse, spoken by voices other than the one it is
 * primed with. Prints what it got, for {@code docs/local.md}.
 */
class CafeSentencesTest {
  static final List<VoiceStyle> VOICES = Spoken.OTHERS;

  private static final List<String> KNOWN =
      List.of(
          "when do you open",
          "are you open on sunday",
          "what is on the menu",
          "can i have two large coffees and a croissant",
          "make that three",
          "i would like a small cappuccino with oat milk",
          "how much is a cheesecake",
          "remove the croissant",
          "what have i ordered",
          "that is all thank you",
          "i would like to book a table for four tomorrow at half past seven",
          "for six people",
          "on saturday",
          "never mind",
          "where are you",
          "is there parking",
          "what is the story of the cafe",
          "do you have anything vegan",
          "can i bring my dog",
          "goodbye");

  private static final List<String> UNKNOWN =
      List.of(
          "the weather is really nice this morning",
          "i like to ride my bicycle in the mountains",
          "who won the football game last night",
          "please call my brother in chicago",
          "the train to london leaves from platform nine",
          "what is the capital of australia",
          "my computer does not start any more",
          "she sells sea shells on the sea shore",
          "turn on the lights in the living room",
          "i have a meeting with the bank manager");

  private static SphinxStt engine;
  private static PhraseMatcher matcher;

  @BeforeAll
  static void load() {
    engine = new SphinxStt(BuiltInCafe.domain(), LocalDetector.best());
    matcher = new PhraseMatcher(BuiltInCafe.domain().script());
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @ParameterizedTest
  @FieldSource("VOICES")
  void nineteenOfTwentyKnownSentencesAreUnderstood(VoiceStyle style) {
    List<String> heard = hear(style, KNOWN);
    var wrong = new ArrayList<String>();
    for (int i = 0; i < KNOWN.size(); i++) {
      if (!meaning(heard.get(i)).equals(meaning(KNOWN.get(i)))) {
        wrong.add(KNOWN.get(i) + " -> " + heard.get(i));
      }
    }
    System.out.println(style + ": understood " + (KNOWN.size() - wrong.size()) + " of 20 " + wrong);
    assertThat(wrong).as("misunderstood").hasSizeLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @FieldSource("VOICES")
  void eightOfTenUnknownSentencesAreRefused(VoiceStyle style) {
    List<String> heard = hear(style, UNKNOWN);
    List<String> taken = heard.stream().filter(each -> !each.isBlank()).toList();
    System.out.println(style + ": refused " + (UNKNOWN.size() - taken.size()) + " of 10 " + taken);
    assertThat(taken).as("taken for words").hasSizeLessThanOrEqualTo(2);
  }

  /** What one speaker's sentences were taken for, one after the other in one stream. */
  private static List<String> hear(VoiceStyle style, List<String> sentences) {
    var clock = new ManualClock();
    var listener = new RecordingSttListener(clock);
    var request =
        new SttRequest(
            Participant.of("ann"), AudioFormat.MONO_16K, List.of(), TestContexts.under(clock));
    SttStream stream = engine.open(request, listener);
    var voice = new Kevin(style);
    var heard = new ArrayList<String>();
    int before = 0;
    for (String sentence : sentences) {
      offer(stream, Spoken.by(voice, sentence));
      stream.forceEndpoint();
      List<Transcript> finals = listener.finals();
      heard.add(
          finals.subList(before, finals.size()).stream()
              .map(Transcript::text)
              .filter(text -> !text.isBlank())
              .collect(Collectors.joining(" ")));
      before = finals.size();
    }
    stream.close();
    return heard;
  }

  private static void offer(SttStream stream, AudioFrame sound) {
    for (int at = 0; at < sound.sampleCount(); at += 320) {
      AudioFrame frame = sound.slice(at, Math.min(at + 320, sound.sampleCount()));
      assertThat(stream.offer(frame)).isTrue();
    }
  }

  /** Which intents with which values; words that change nothing, such as a please, do not count. */
  private static List<String> meaning(String text) {
    List<Heard> heard = matcher.match(text);
    return heard.isEmpty()
        ? List.of("unknown: " + text)
        : heard.stream().map(CafeSentencesTest::meaning).toList();
  }

  private static String meaning(Heard heard) {
    String title = heard.intent() == null ? "answer" : heard.intent().title();
    return heard.captures().stream()
        .map(each -> each.slot() + " " + each.value())
        .collect(Collectors.joining(", ", title + ": ", ""));
  }
}
