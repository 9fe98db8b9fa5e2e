package dev.parley.internal.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechTextTest {
  private static List<String> pieces(boolean wordByWord, boolean first, List<String> tokens) {
    var text = new SpeechText(wordByWord, first);
    var pieces = new ArrayList<String>();
    tokens.forEach(token -> pieces.addAll(text.add(token)));
    pieces.addAll(text.finish());
    return pieces;
  }

  private static List<String> later(String text) {
    return pieces(false, false, List.of(text));
  }

  private static List<String> first(String text) {
    return pieces(false, true, List.of(text));
  }

  private static List<String> words(String text) {
    return pieces(true, true, List.of(text));
  }

  /** Cuts a text with strokes into the pieces that are expected. */
  private static void assertLater(String strokes) {
    assertThat(later(strokes.replace("|", ""))).containsExactly(strokes.split("\\|", -1));
  }

  private static String likely(String text) {
    var speech = new SpeechText(false, false);
    speech.add(text);
    return speech.likely();
  }

  @Test
  void aSentenceThatOnlyLacksItsBlankIsLikely() {
    assertThat(likely("It is sunny.")).isEqualTo("It is sunny. ");
    assertThat(likely("It is sunny. Is it?")).isEqualTo("Is it? ");
    assertThat(likely("He said \"yes.\"")).isEqualTo("He said \"yes.\" ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "It is",
        "It is sunny, ",
        "Dr.",
        "At 9 a.m.",
        "It is sunny. ",
        "...",
        "Well..."
      })
  void nothingIsLikelyWhereABlankWouldEndNoPiece(String text) {
    assertThat(likely(text)).isEmpty();
  }

  @Test
  void aVoiceThatTakesWordsNeedsNoGuesses() {
    var speech = new SpeechText(true, true);
    speech.add("It is sunny.");
    assertThat(speech.likely()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It is sunny. |Tomorrow it rains! |Does it? |Yes.",
        "He said \"yes.\" |Then he (really!) |left (by train.) |Well.",
        "„Ja.“ |Er ging. |«Oui.» |Il part.",
        "Open at 9 a.m. on Sundays. |Come early.",
        "Dr. Miller and Mrs. Smith et al. agree, e.g. J. R. R. Tolkien. |Right.",
        "No. |We are in room No. 5 on Main St. in town. |Yes.",
        "It is I. |They know.",
        "Das ist z. B. am 3. Mai um ca. 10.30 Uhr bzw. Nr. 5, d.h. bald. |Gut.",
        "Er wohnt Hauptstr. 5 in Bonn. |Sie auch.",
        "I am 15. |You are 16. |In 2024. |Then.",
        "1. Mix it. |2. Bake it. |3. Eat it.",
        "It costs 3.50 euros or 1,000.5 points. |Fine.",
        "Version 1.2.3 is out. |Use v2.0. |Now.",
        "Write to ann.b@example.com. |Or see https://example.com/a.html?b=c. |Soon.",
        "At 10:30 or 22.15 it ends. |Good.",
        "Well... it is… not that. |But... |It may be… |Maybe.",
        "Allons-y. |J'y vais, n'est-ce pas?! |L'i. |Oui.",
        "Really?! |Yes!!! |Good.",
        "今日は晴れです。|明日は雨です！|「はい。」と言った。|「いいえ。」|「え？」",
        "今天很好。|“是吗？”|“是的。”他说。|好。",
        "आज धूप है। |कल बारिश होगी॥|ठीक।",
        "هل أنت بخير؟ |نعم، شكرا. |أهلا۔|طيب.",
        "Բարեւ։ |Ինչպես ես։",
        "ሰላም። |እንዴት ነህ፧ |ደህና።",
        "Τι κάνεις; |Καλά; όχι.",
        "မင်္ဂလာပါ။ |နေကောင်းလား။",
        "សួស្តី។ |សុខសប្បាយ។",
        "Привет! |Как дела? |Это я. |Хорошо, т. е. неплохо.",
        "¿Cómo estás? |¡Bien! |El Sr. López vive en EE.UU. desde hace poco. |Sí.",
      })
  void sentencesAreCutWhereTheyEnd(String strokes) {
    String expected = strokes.replace("Τι κάνεις; |Καλά; όχι.", "Τι κάνεις; |Καλά; |όχι.");
    assertLater(expected);
  }

  @Test
  void aPieceGoesWhenTheBlankBehindTheSentenceHasCome() {
    var text = new SpeechText(false, true);

    assertThat(text.add("It is sunny.")).isEmpty();
    assertThat(text.add(" ")).containsExactly("It is sunny. ");
    assertThat(text.add("And")).isEmpty();
    assertThat(text.finish()).containsExactly("And");
  }

  @Test
  void onlyTheFirstPieceMayEndWithAClauseOfTwentyCharacters() {
    assertThat(first("If it is fine tomorrow, we open at noon, and the bar, too, opens. Good."))
        .containsExactly(
            "If it is fine tomorrow, ", "we open at noon, and the bar, too, opens. ", "Good.");
    assertThat(first("Well, it opens at noon.")).containsExactly("Well, it opens at noon.");
    assertThat(first("123456789012345678, on")).containsExactly("123456789012345678, on");
    assertThat(first("1234567890123456789, on")).containsExactly("1234567890123456789, ", "on");
    assertThat(first("You will find this here: in town."))
        .containsExactly("You will find this here: ", "in town.");
    assertThat(first("I looked in the book; none."))
        .containsExactly("I looked in the book; ", "none.");
    assertThat(first("I looked in the book – none."))
        .containsExactly("I looked in the book – ", "none.");
    assertThat(first("I looked in the book - none."))
        .containsExactly("I looked in the book - ", "none.");
    assertThat(first("I looked in the book—none."))
        .containsExactly("I looked in the book—", "none.");
    assertThat(first("It costs a whole lot: 1,000 to 10:30 well-known.")).hasSize(2);
    assertThat(first("今日は天気がとてもいいから一緒に公園へ行き、遊びましょう。"))
        .containsExactly("今日は天気がとてもいいから一緒に公園へ行き、", "遊びましょう。");
  }

  @Test
  void anEllipsisEndsTheFirstPieceAtOnce() {
    assertThat(first("Hm... let me see... it is here."))
        .containsExactly("Hm... ", "let me see... it is here.");
    assertThat(first("... let me see.")).containsExactly("... let me see.");
  }

  @Test
  void aParagraphEndsAPieceAndAWrappedLineDoesNot() {
    assertThat(later("# Menu\nBread\nand jam\n\nEnjoy"))
        .containsExactly("Menu\n\n", "Bread\nand jam\n\n", "Enjoy");
    assertThat(later("- Bread\n- Jam.\n- Tea")).containsExactly("Bread\n\n", "Jam.\n", "Tea");
  }

  @Test
  void thaiIsCutAtItsBlanks() {
    String clause = "ร้านของเราเปิดทุกวัน";

    assertThat(first(clause + " " + clause)).containsExactly(clause + " ", clause);
    assertThat(later((clause + " ").repeat(7).strip())).hasSize(2);
  }

  @Test
  void aTextWithoutAnyMarkIsCutAtABlank() {
    List<String> pieces = later("word ".repeat(1_000).strip());

    assertThat(pieces).allMatch(piece -> piece.length() <= 601);
    assertThat(pieces.subList(0, pieces.size() - 1)).allMatch(piece -> piece.endsWith(" "));
    assertThat(String.join("", pieces)).isEqualTo("word ".repeat(1_000).strip());
  }

  @Test
  void aLongSentenceIsCutAtAClause() {
    String text = "word ".repeat(90) + "here, " + "word ".repeat(100);

    assertThat(later(text).get(0)).endsWith("here, ");
  }

  @Test
  void aGiganticTextWithoutBlanksIsCutBetweenCharacters() {
    for (String unit : List.of("x", "7", "字", "𠀀", "สวัสดี")) {
      String text = unit.repeat(20_000 / unit.length());
      List<String> pieces = later(text);

      assertThat(pieces).allMatch(piece -> piece.length() <= 700);
      assertThat(pieces).noneMatch(piece -> Character.isLowSurrogate(piece.charAt(0)));
      assertThat(String.join("", pieces)).isEqualTo(text);
    }
  }

  @Test
  void punctuationAloneIsNoPiece() {
    assertThat(later("?! ... \" ")).isEmpty();
    assertThat(later("Yes. ... ?!")).containsExactly("Yes. ");
    assertThat(later("! ".repeat(20_000))).isEmpty();
    assertThat(later("100 %")).containsExactly("100 %");
    assertThat(later("€. No.")).containsExactly("€. ", "No.");
  }

  @Test
  void voicesThatTakeWordsGetEachWord() {
    assertThat(words("Hello, you two.  Dr. X!"))
        .containsExactly("Hello, ", "you ", "two. ", "Dr. ", "X!");
    assertThat(words("– Well – yes")).containsExactly("Well ", "– yes");
    assertThat(words("今日は天気がとてもいいから一緒に公園へ行きます。"))
        .containsExactly("今日は天気がとてもい", "いから一緒に公園へ行", "きます。");
    assertThat(words("x".repeat(250))).hasSize(3);
  }

  @Test
  void questionsAndSentencesAreKnownByTheirLastMark() {
    for (String question :
        List.of("Is it?", "Is it?\" ", "はい？", "هل؟", "Τι κάνεις;", "ሰላም፧", "So?!?")) {
      assertThat(SpeechText.endsQuestion(question)).as(question).isTrue();
      assertThat(SpeechText.endsSentence(question)).as(question).isTrue();
    }
    for (String none : List.of("", " ", "Is it", "It is;", "so,", "\"")) {
      assertThat(SpeechText.endsQuestion(none)).as(none).isFalse();
      assertThat(SpeechText.endsSentence(none)).as(none).isFalse();
    }
    assertThat(SpeechText.endsSentence("It is.) ")).isTrue();
    assertThat(SpeechText.endsQuestion("It is.")).isFalse();
  }

  @Test
  void thePiecesDoNotDependOnHowTheTextWasCut() {
    for (int seed = 0; seed < 10_000; seed++) {
      var random = new Random(seed);
      String text = RandomTexts.text(random);
      boolean wordByWord = random.nextInt(4) == 0;
      boolean first = random.nextBoolean();

      assertThat(pieces(wordByWord, first, RandomTexts.cut(text, random)))
          .as("seed %d: %s", seed, text)
          .isEqualTo(pieces(wordByWord, first, List.of(text)));
    }
  }

  @Test
  void thePiecesJoinedAreTheCleanedText() {
    for (int seed = 0; seed < 10_000; seed++) {
      var random = new Random(seed);
      String text = RandomTexts.text(random);
      var ear = new EarText();
      String cleaned = ear.add(text) + ear.finish();
      List<String> pieces =
          pieces(random.nextBoolean(), random.nextBoolean(), RandomTexts.cut(text, random));
      String joined = String.join("", pieces);

      assertThat(cleaned).as("seed %d: %s", seed, text).startsWith(joined);
      String rest = cleaned.substring(joined.length());
      assertThat(Sentences.isSpeakable(rest, rest.length()))
          .as("seed %d: %s", seed, text)
          .isFalse();
      assertThat(pieces).allMatch(piece -> Sentences.isSpeakable(piece, piece.length()));
      assertThat(pieces).allMatch(piece -> piece.length() <= 700);
    }
  }

  @Test
  void aTokenAtATimeIsAsGoodAsTheWhole() {
    String text = "Hello 👋! Dr. Ann's **menu**: [soup](https://example.com/a.b) for 3.50. 今日は。Ok?";
    var tokens = new ArrayList<String>();
    text.chars().forEach(c -> tokens.add(String.valueOf((char) c)));

    assertThat(pieces(false, true, tokens))
        .isEqualTo(first(text))
        .containsExactly("Hello ! ", "Dr. Ann's menu: soup for 3.50. ", "今日は。", "Ok?");
  }
}
