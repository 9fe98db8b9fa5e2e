package dev.parley.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void wordsHaveNoCaseAndNoPunctuation() {
    assertThat(Words.of("  Hello, WORLD! It's 3.50 €. "))
        .containsExactly("hello", "world", "its", "350");
    assertThat(Words.of("Mm-hm — yes")).containsExactly("mm", "hm", "yes");
    assertThat(Words.of("?! …")).isEmpty();
    assertThat(Words.of("ÄÖ 今日 𝐀b")).containsExactly("äö", "今日", "𝐀b");
  }

  @Test
  void textsAreTheSameWhenTheirWordsAre() {
    assertThat(Words.same("Yes, please!", "yes please")).isTrue();
    assertThat(Words.same("well-known", "Well known")).isTrue();
    assertThat(Words.same("yes please", "please yes")).isFalse();
    assertThat(Words.same("", " … ")).isTrue();
    assertThat(Words.normal(" Yes, PLEASE! ")).isEqualTo("yes please");
  }

  @Test
  void wordsAreWithinOthersWhenTheyStandThereInOrder() {
    List<String> whole = Words.of("we open at noon tomorrow");

    assertThat(Words.isWithin(Words.of("open noon"), whole)).isTrue();
    assertThat(Words.isWithin(Words.of("noon open"), whole)).isFalse();
    assertThat(Words.isWithin(Words.of("noon noon"), whole)).isFalse();
    assertThat(Words.isWithin(List.of(), whole)).isTrue();
  }
}
