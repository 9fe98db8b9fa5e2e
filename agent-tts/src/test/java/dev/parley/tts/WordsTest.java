package dev.parley.tts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.spi.Word;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static List<Word> words(String text) {
    var words = new CharacterWords();
    int[] points = text.codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      words.add(
          Character.toString(points[i]),
          Duration.ofMillis(i * 10L),
          Duration.ofMillis(i * 10L + 10));
    }
    return words.finish();
  }

  private static List<String> texts(String text) {
    return words(text).stream().map(Word::text).toList();
  }

  @Test
  void wordsEndAtBlanks() {
    assertThat(texts(" Hello there.  How are\nyou? "))
        .containsExactly("Hello", "there.", "How", "are", "you?");
  }

  @Test
  void aWordSoundsFromItsFirstCharacterToItsLast() {
    Word word = words("ab cde").get(1);
    assertThat(word.start()).isEqualTo(Duration.ofMillis(30));
    assertThat(word.end()).isEqualTo(Duration.ofMillis(60));
  }

  @Test
  void aWordMayComeInSeveralPortions() {
    var words = new CharacterWords();
    words.add("t", Duration.ZERO, Duration.ofMillis(10));
    assertThat(words.take()).isEmpty();
    words.add("o", Duration.ofMillis(10), Duration.ofMillis(20));
    words.add(" ", Duration.ofMillis(20), Duration.ofMillis(30));
    assertThat(words.take()).extracting(Word::text).containsExactly("to");
    assertThat(words.finish()).isEmpty();
  }

  @Test
  void chineseIsAWordEachCharacterWithItsPunctuation() {
    assertThat(texts("你好，世界。")).containsExactly("你", "好，", "世", "界。");
  }

  @Test
  void japaneseKeepsSyllablesTogether() {
    assertThat(texts("きょうはコーヒーを。")).containsExactly("きょ", "う", "は", "コー", "ヒー", "を。");
  }

  @Test
  void mixedScriptsAreCutBetweenScripts() {
    assertThat(texts("用Java写")).containsExactly("用", "Java", "写");
  }

  @Test
  void thaiIsCutByTheDictionary() {
    List<String> words = texts("สวัสดีครับ ฉันชื่อ");
    assertThat(String.join("", words)).isEqualTo("สวัสดีครับฉันชื่อ");
    assertThat(words.size()).isGreaterThan(2);
  }

  @Test
  void koreanHasBlanks() {
    assertThat(texts("안녕하세요 세계")).containsExactly("안녕하세요", "세계");
  }

  private static List<String> found(String text, String... vendor) {
    var finder = new WordFinder();
    finder.append(text);
    return Stream.of(vendor).map(each -> String.valueOf(finder.find(each))).toList();
  }

  @Test
  void wordsAreFoundWithTheirPunctuation() {
    assertThat(found("\"Hello,\" she said - twice!", "hello", "she", "said", "twice"))
        .containsExactly("\"Hello,\"", "she", "said", "twice!");
  }

  @Test
  void halvesOfAWordAreBothFound() {
    assertThat(found("a well-known fact", "a", "well", "known", "fact"))
        .containsExactly("a", "well-", "known", "fact");
  }

  @Test
  void whatIsSpokenOtherwiseIsLeftOut() {
    assertThat(found("I have 20 dogs.", "I", "have", "twenty", "dogs"))
        .containsExactly("I", "have", "null", "dogs.");
  }

  @Test
  void aWordIsNotFoundWithinAnother() {
    assertThat(found("The cat has a hat", "The", "cat", "has", "a", "hat"))
        .containsExactly("The", "cat", "has", "a", "hat");
  }

  @Test
  void sameWordsAreFoundOneAfterTheOther() {
    assertThat(found("no no no.", "no", "no", "no", "no"))
        .containsExactly("no", "no", "no.", "null");
  }

  @Test
  void wordsWithoutBlanksBetweenAreFound() {
    assertThat(found("你好，世界。", "你好", "世界")).containsExactly("你好，", "世界。");
  }

  @Test
  void apostrophesDoNotMatter() {
    assertThat(found("I don't know.", "I", "dont", "know")).containsExactly("I", "don't", "know.");
  }

  @Test
  void timesStayInOrderAfterSilenceWasLeftOut() {
    var line = new WordLine();
    line.append("one two");
    line.begin(0, Duration.ZERO);
    line.add(
        List.of(
            Word.of("one", Duration.ofMillis(50), Duration.ofMillis(200)),
            Word.of("two", Duration.ofMillis(250), Duration.ofMillis(400))));
    assertThat(line.take(Duration.ofMillis(100)))
        .containsExactly(
            Word.of("one", Duration.ZERO, Duration.ofMillis(100)),
            Word.of("two", Duration.ofMillis(150), Duration.ofMillis(300)));
  }
}
