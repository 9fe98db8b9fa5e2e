package dev.parley.local.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ScriptReaderTest {
  private static final String SHOP =
      """
      # Flower shop

      A note that nobody hears.

      Before: hello
      Money: pound, pounds, penny, pence
      Sounds: peony = P IY AH N IY

      <!-- A list. -->
      ## {flower}
      - rose, roses (1.50)
      - peony, peonies (3)

      ## buy
      - [can] i (have | get) {flower}
      Order: add
      > [no order] What?
      >
      > {added}, that is
      > {total}.
      """;

  private static Script read(String text) {
    return ScriptReader.read("shop.md", text);
  }

  @Test
  void headingsListsPhrasesAndAnswersAreRead() {
    Script shop = read(SHOP);
    assertThat(shop.title()).isEqualTo("Flower shop");
    assertThat(shop.list("flower").entries())
        .extracting(WordList.Entry::name, WordList.Entry::plural, WordList.Entry::worth)
        .containsExactly(tuple("rose", "roses", "1.50"), tuple("peony", "peonies", "3"));
    assertThat(shop.intents()).extracting(Intent::title).containsExactly("buy");
    assertThat(shop.intents().get(0).answers())
        .extracting(Answer::text)
        .containsExactly("What?", "{added}, that is {total}.");
    assertThat(shop.sounds()).containsEntry("peony", "P IY AH N IY");
  }

  @Test
  void moneyIsSpokenAsTheFileSays() {
    Money money = read(SHOP).money();
    assertThat(money.spoken(new BigDecimal("7.50"))).isEqualTo("7 pounds and 50 pence");
    assertThat(money.spoken(new BigDecimal("1"))).isEqualTo("1 pound");
    assertThat(money.spoken(new BigDecimal("0.01"))).isEqualTo("1 penny");
  }

  @Test
  void theBuiltInListsAreThere() {
    assertThat(read(SHOP).lists()).containsKeys("number", "day", "time");
  }

  @Test
  void aListOfTheFileTakesThePlaceOfABuiltInOne() {
    Script own = read(SHOP + "\n## {day}\n- market day\n");
    assertThat(own.list("day").entries()).hasSize(1);
  }

  private static void assertRefused(String text, String... parts) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(text))
        .withMessageContainingAll(parts);
  }

  @Test
  void aMisspeltDirectiveIsToldWithItsLine() {
    assertRefused("## buy\n- roses\n> Fine.\nOder: add\n", "line 4", "shop.md", "Oder: add");
  }

  @Test
  void anUnknownListIsTold() {
    assertRefused("## buy\n- i want {tree}\n> Fine.\n", "'buy'", "{tree}");
    assertRefused("## buy\n- roses\n> Here is {tree}.\n", "'buy'", "{tree}");
  }

  @Test
  void aListThatHoldsItselfIsTold() {
    assertRefused("## buy\n- {a}\n> Fine.\n## {a}\n- x {b}\n## {b}\n- y {a}\n", "holds itself");
  }

  @Test
  void bracketsThatDoNotMatchAreTold() {
    assertRefused("## buy\n- roses [please\n> Fine.\n", "line 2", "']' is missing");
    assertRefused("## buy\n- roses please)\n> Fine.\n", "line 2", "closes nothing");
  }

  @Test
  void anIntentWithoutAnAnswerIsTold() {
    assertRefused("## buy\n- roses\n", "'buy'", "no answer");
  }

  @Test
  void anAnswerFromNowhereIsTold() {
    assertRefused(
        "## buy\n- roses\nAnswer: from memory\n", "line 3", "'from memory'", "from the passage");
  }

  @Test
  void aFileWithoutPhrasesIsTold() {
    assertRefused("# Nothing\n", "nothing that guests can say");
    assertRefused("", "nothing that guests can say");
  }

  @Test
  void anEmptyListIsTold() {
    assertRefused("## {a}\n## buy\n- {a}\n> Fine.\n", "{a}", "empty");
  }
}
