package dev.parley.internal.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarTextTest {
  private static String cleaned(String text) {
    var ear = new EarText();
    return ear.add(text) + ear.finish();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      ignoreLeadingAndTrailingWhitespace = true,
      quoteCharacter = '\0',
      value = {
        "Plain text, with (brackets) and \"quotes\".¦Plain text, with (brackets) and \"quotes\".",
        "This is **very** important.¦This is very important.",
        "***All*** of _it_ and __this__ too.¦All of it and this too.",
        "~~Old~~ new, ~5 minutes.¦Old new, ~5 minutes.",
        "2 * 3 is 6 and 4*5 is 20.¦2 * 3 is 6 and 4*5 is 20.",
        "Set snake_case_name to my_file.txt.¦Set snake_case_name to my_file.txt.",
        "Write to ann_b.smith@example.com today.¦Write to ann_b.smith@example.com today.",
        "See https://example.com/_next/a_b?c=d&e=f now.¦See https://example.com/_next/a_b?c=d&e=f"
            + " now.",
        "Call `run(a*b)` first.¦Call run(a*b) first.",
        "Read [the guide](https://example.com/a_(b)) now.¦Read the guide now.",
        "Read [**the** guide](/x \"A title\") now.¦Read the guide now.",
        "Look: ![a red bike](data:image/png;base64,AAAA).¦Look: a red bike.",
        "[![logo](a.png)](https://example.com) here.¦logo here.",
        "Read [the guide][ref] now.¦Read the guide now.",
        "He said [sic](as he put it) so.¦He said [sic](as he put it) so.",
        "[laughs] That is funny.¦[laughs] That is funny.",
        "It is known.[^1] Really.¦It is known. Really.",
        "Fish <b>and</b> chips.¦Fish and chips.",
        "See <https://example.com/a> please.¦See https://example.com/a please.",
        "Mail <ann@example.com> please.¦Mail ann@example.com please.",
        "I <3 you and 2 < 3.¦I <3 you and 2 < 3.",
        "If a<b and c>d then.¦If a<b and c>d then.",
        "Wait <break time=\"1s\"/> here.¦Wait <break time=\"1s\"/> here.",
        "A<!-- secret --> word.¦A word.",
        "Tom &amp; Jerry cost 5&nbsp;&euro;.¦Tom & Jerry cost 5 €.",
        "AT&T and R&D; fine.¦AT&T and R&D; fine.",
        "Not \\*this\\*, 5 \\> 3, C:\\Users.¦Not *this*, 5 > 3, C:\\Users.",
        "Hello 😀 world! 🎉🎉¦Hello world! ",
        "Great👍 thanks👨‍👩‍👧 a❤️b.¦Great thanks a b.",
        "Press 1️⃣ or 2️⃣.¦Press 1 or 2.",
        "Play C♯ and tick ✅ it.¦Play C♯ and tick it.",
        "𝐁𝐨𝐥𝐝 words.¦Bold words.",
        "می‌خواهم نان بخرم.¦می‌خواهم نان بخرم.",
        "so\u00ADft zero\u200Bwidth \uFEFFmark.¦soft zerowidth mark.",
        "Is C# issue #5 done?¦Is C# issue #5 done?",
        "A | B and a||b.¦A B and a||b.",
        "-5 degrees, +49 123, #1 hit.¦-5 degrees, +49 123, #1 hit.",
      })
  void whatIsForTheEyeIsTakenOut(String written, String spoken) {
    assertThat(cleaned(written)).isEqualTo(spoken.isEmpty() ? "" : spoken + trailing(written));
  }

  /** A blank before an emoji at the end has gone out before the emoji came. */
  private static String trailing(String written) {
    return written.endsWith("🎉") ? " " : "";
  }

  @Test
  void whiteSpaceIsOneBlankOrOneLineBreak() {
    assertThat(cleaned("  One \t two\u3000three\r\nfour.  ")).isEqualTo("One two three\nfour. ");
  }

  @Test
  void headingsAndItemsAreBlocksOfTheirOwn() {
    assertThat(cleaned("# Menu\nWe have:\n- **Bread**\n  * [ ] Butter\n+ [x] Jam\n\nEnjoy!"))
        .isEqualTo("Menu\n\nWe have:\n\nBread\n\nButter\n\nJam\n\nEnjoy!");
  }

  @Test
  void numberedItemsKeepTheirNumbers() {
    assertThat(cleaned("Steps:\n1. Mix it.\n2) Bake it.\n"))
        .isEqualTo("Steps:\n\n1. Mix it.\n2) Bake it.\n");
  }

  @Test
  void aWrappedLineGoesOn() {
    assertThat(cleaned("one line\nand its rest")).isEqualTo("one line\nand its rest");
  }

  @Test
  void quotationsRulesAndUnderlinesGo() {
    assertThat(cleaned("> > Said **so**.\n\n---\n\nTitle\n=====\nText\n* * *\nEnd"))
        .isEqualTo("Said so.\nTitle\n\nText\n\nEnd");
  }

  @Test
  void fencesGoAndTheCodeStaysAsItIs() {
    assertThat(cleaned("Run this:\n```bash\nls *_x_*\n# go\n```\nDone."))
        .isEqualTo("Run this:\n\nls *_x_*\n# go\n\nDone.");
    assertThat(cleaned("```quick``` is code")).isEqualTo("quick is code");
  }

  @Test
  void theCellsOfATableFollowAfterCommas() {
    String table = "| Dish | Price |\n|:-----|------:|\n| Soup | 5 € |\n| **Pie**, hot: | 7 € |\n";

    assertThat(cleaned(table)).isEqualTo("Dish, Price\n\nSoup, 5 €\n\nPie, hot: 7 €\n");
  }

  @Test
  void tagsOfBlocksDivideTheText() {
    assertThat(cleaned("<ul><li>Bread</li><li>Jam</li></ul>One<br/>two"))
        .isEqualTo("Bread\n\nJam\n\nOne\n\ntwo");
  }

  @Test
  void aLinkWithAnEndlessAddressIsStillItsText() {
    String image = "See ![the plan](data:image/png;base64," + "A".repeat(50_000) + ") now.";

    assertThat(cleaned(image)).isEqualTo("See the plan now.");
  }

  @Test
  void whatIsHeldBackIsBounded() {
    for (String opening :
        List.of("[", "<a ", "![x](", "[x][", "*", "`", "&", "<!-- ", "- ", "|", "=", "1")) {
      var ear = new EarText();
      int given = 0;
      int taken = 0;
      for (int i = 0; i < 5_000; i++) {
        given++;
        taken += ear.add(i == 0 ? opening : "x").length();
      }
      int held = given - taken;
      boolean address = opening.equals("![x](");
      assertThat(address ? 0 : held).as(opening).isLessThanOrEqualTo(LinkMarkup.LONGEST + 10);
    }
  }

  @Test
  void halfCharactersAreLeftOut() {
    assertThat(cleaned("a\uD83Db\uDE00c\uD83D")).isEqualTo("abc");
  }

  @Test
  void theResultDoesNotDependOnHowTheTextWasCut() {
    for (int seed = 0; seed < 5_000; seed++) {
      var random = new Random(seed);
      String text = RandomTexts.text(random);
      var ear = new EarText();
      var joined = new StringBuilder();
      for (String token : RandomTexts.cut(text, random)) {
        joined.append(ear.add(token));
      }
      joined.append(ear.finish());

      assertThat(joined.toString()).as("seed %d: %s", seed, text).isEqualTo(cleaned(text));
    }
  }

  @Test
  void plainTextPassesWithoutDelay() {
    var ear = new EarText();
    var delays = new ArrayList<String>();
    for (String word : "Well, it opens at noon. Do you want a table? ".split("(?<= )", -1)) {
      String passed = ear.add(word);
      if (!passed.equals(word)) {
        delays.add(word);
      }
    }

    assertThat(delays).isEmpty();
  }
}
