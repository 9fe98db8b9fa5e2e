package dev.parley.tts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.AudioFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextsTest {
  private static Script script(boolean tokens, String... offers) {
    var script = new Script(new Manners("x", AudioFormat.MONO_24K, 1, 40, tokens, true));
    List.of(offers).forEach(script::add);
    return script;
  }

  private static List<String> parts(Script script) {
    return IntStream.range(0, script.size()).mapToObj(i -> script.part(i).text()).toList();
  }

  @Test
  void whatHasNoLetterOrDigitCannotBeSpoken() {
    assertThat(List.of("", " ", "…", "😀", "∑∫√", "* * *")).noneMatch(Texts::isSpeakable);
    assertThat(List.of("a", "5", "E = mc²", "你")).allMatch(Texts::isSpeakable);
  }

  @Test
  void longTextsAreCutAtSentences() {
    List<String> parts = Texts.split("One two three four. Five six seven eight. Nine ten.", 30);
    assertThat(parts)
        .containsExactly("One two three four. ", "Five six seven eight. ", "Nine ten.");
  }

  @Test
  void longTextsWithoutSentencesAreCutAtBlanksAndElseAnywhere() {
    assertThat(Texts.split("aaaa bbbb cccc dddd", 12)).containsExactly("aaaa bbbb ", "cccc dddd");
    assertThat(Texts.split("😀😀😀😀😀", 2)).containsExactly("😀😀", "😀😀", "😀");
  }

  @Test
  void whatIsLeftOutLeavesABlank() {
    assertThat(parts(script(false, "Hello.", "\n", "World."))).containsExactly("Hello.", " World.");
    assertThat(parts(script(false, "Hello. ", "\n", "World.")))
        .containsExactly("Hello. ", "World.");
  }

  @Test
  void tokensAreKeptAsTheyAreOnceThereIsSomethingToSay() {
    assertThat(parts(script(true, " ", "...", "Hello", ",", " ", "you")))
        .containsExactly("Hello", ",", " ", "you");
  }

  @Test
  void partsKnowTheirOffer() {
    Script script = script(false, "...", "One two three four five. Six seven eight nine ten.");
    assertThat(script.part(0).offer()).isEqualTo(1);
    assertThat(script.part(0).last()).isFalse();
    assertThat(script.part(1).last()).isTrue();
    assertThat(script.part(0).start()).isEqualTo(3);
  }

  @Test
  void partsKnowWhereTheyBegin() {
    String text = "One two three four five. Six seven eight nine ten.";
    Script script = script(false, "Hello.", " ", text);
    assertThat(parts(script))
        .containsExactly("Hello.", " One two three four five. ", "Six seven eight nine ten.");
    assertThat(script.part(1).start()).isEqualTo(7);
    assertThat(script.part(2).start()).isEqualTo(7 + text.indexOf("Six"));
  }

  @Test
  void aPieceWithoutALetterIsLeftOut() {
    Script script = script(false, "Hello. " + ".".repeat(80) + " Hi there. " + "!".repeat(90));
    assertThat(parts(script)).allMatch(Texts::isSpeakable);
    assertThat(parts(script).get(0)).startsWith("Hello. ");
    assertThat(script.part(script.size() - 1).last()).isTrue();
    assertThat(parts(script).get(script.size() - 1)).contains("there");
  }

  @Test
  void messagesShowNoPieceOfTheText() {
    String text = "My secret plan is to buy the whole café tomorrow, and then to sell it again.";
    Script script = script(false, text);
    for (int length = 20; length <= text.length(); length++) {
      assertThat(script.withoutText("bad input '" + text.substring(0, length) + "…"))
          .startsWith("bad input '[text]")
          .doesNotContain("secret");
    }
    assertThat(script.withoutText("the vendor is busy")).isEqualTo("the vendor is busy");
  }

  @Test
  void messagesShowNoneOfTheText() {
    assertThat(script(false, "My secret plan.").withoutText("bad input: My secret plan."))
        .isEqualTo("bad input: [text]");
  }
}
