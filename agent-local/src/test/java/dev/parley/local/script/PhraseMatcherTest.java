package dev.parley.local.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseMatcherTest {
  private static final Script SCRIPT =
      ScriptReader.read(
          "test",
          """
          Before: well, please
          After: thank you
          ## {size}
          - small
          - large, big (0.50)
          ## {cake}
          - [{number}] [{size}] cake
          ## hello
          - hello
          > Hello.
          ## order
          - i want {cake} [and {cake}]
          > Fine.
          ## table
          - book a table [for {number}] [at {time}]
          Ask {number}: How many?
          Ask {time}: When?
          > Booked.
          """);

  private final PhraseMatcher matcher = new PhraseMatcher(SCRIPT);

  private List<String> titles(String text) {
    return matcher.match(text).stream()
        .map(each -> each.intent() == null ? "answer" : each.intent().title())
        .toList();
  }

  @Test
  void caseAccentsAndPunctuationDoNotMatter() {
    assertThat(titles("Héllo!")).containsExactly("hello");
  }

  @ParameterizedTest
  @CsvSource({
    "7 pm, 7:00",
    "7pm, 7:00",
    "7 p.m., 7:00",
    "7:00, 7:00",
    "19:30, 7:30",
    "11:15 AM, 11:15",
    "12:00, 12:00",
    "seven o'clock pm, 7:00"
  })
  void timesAreReadAsPeopleWriteThem(String written, String time) {
    Heard heard = matcher.match("book a table for 4 at " + written).get(0);
    assertThat(heard.find("time").orElseThrow().value()).isEqualTo(time);
  }

  @Test
  void digitsAreReadAsWords() {
    Heard heard = matcher.match("Book a table for 4 at 7:30.").get(0);
    assertThat(heard.find("number").orElseThrow().value()).isEqualTo("4");
    assertThat(heard.find("time").orElseThrow().value()).isEqualTo("7:30");
  }

  @Test
  void slotsWithinSlotsAreKept() {
    Heard heard =
        matcher.match("i want two big cake and a small cake".replace(" a ", " one ")).get(0);
    assertThat(heard.captures()).hasSize(2);
    assertThat(heard.captures().get(0).parts())
        .extracting(Heard.Capture::slot)
        .containsExactly("number", "size");
    assertThat(heard.find("size").orElseThrow().entry().name()).isEqualTo("large");
  }

  @Test
  void whatStandsAroundAPhraseIsLeftOut() {
    assertThat(titles("well please hello thank you")).containsExactly("hello");
  }

  @Test
  void severalPhrasesMakeUpATurn() {
    assertThat(titles("Hello. I want one cake.")).containsExactly("hello", "order");
  }

  @Test
  void bareSlotsAnswerQuestions() {
    assertThat(titles("for four")).containsExactly("answer");
    assertThat(titles("six at half past eight")).containsExactly("answer");
  }

  @Test
  void anythingElseIsNothing() {
    assertThat(matcher.match("i want a bicycle")).isEmpty();
    assertThat(matcher.match("hello bicycle")).isEmpty();
    assertThat(matcher.match("")).isEmpty();
    assertThat(matcher.match("?!")).isEmpty();
  }

  @Test
  void endlessTextIsRefusedAtOnce() {
    String text = String.join(" ", IntStream.range(0, 10_000).mapToObj(i -> "hello").toList());
    assertThat(matcher.match(text)).isEmpty();
  }
}
