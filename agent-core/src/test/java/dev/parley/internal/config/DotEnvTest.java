package dev.parley.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DotEnvTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "K=plain ~ plain",
        "  K = spaced out  ~ spaced out",
        "export K=exported ~ exported",
        "export\tK=tab ~ tab",
        "K=with#hash ~ with#hash",
        "K=before # comment ~ before",
        "K='single $x \\n # kept' ~ single $x \\n # kept",
        "K='it' # comment ~ it",
        "K=\"double # kept\" # comment ~ double # kept",
        "K=\"say \\\"hi\\\" \\\\ \\$ \\q\" ~ say \"hi\" \\ $ \\q",
        "K=a=b= ~ a=b=",
        "K=it's ~ it's",
        "\ufeffK=marked ~ marked",
      })
  void readsTheUsualForms(String line, String expected) {
    assertThat(DotEnv.parse(".env", List.of(line)).get("K").text()).isEqualTo(expected);
  }

  @Test
  void escapesInDoubleQuotesBecomeLineBreaksAndTabs() {
    assertThat(only("K=\"one\\ntwo\\tthree\"")).isEqualTo("one\ntwo\tthree");
  }

  @Test
  void emptyLinesAndCommentsAreSkippedAndTheLastOfANameWins() {
    var values = DotEnv.parse(".env", List.of("", "# K=0", "   # more", "K=1", "K=2"));

    assertThat(values).containsOnlyKeys("K");
    assertThat(values.get("K")).isEqualTo(new Given("2", ".env, line 5"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"K=", "K=''", "K=\"\"", "K= # nothing"})
  void anEmptyValueIsBlank(String line) {
    assertThat(only(line)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3cret", "1K=s3cret", "=s3cret", "K-L=s3cret", "export K"})
  void aLineWithoutNameAndValueIsRefusedByFileAndLine(String line) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DotEnv.parse("my/.env", List.of("A=1", line)))
        .withMessageStartingWith("my/.env, line 2: this is no NAME=value")
        .withMessageNotContaining("s3cret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"K=\"s3cret", "K='s3cret", "K='s3cret' more", "K=\"s3cret\\\"", "K='"})
  void quotesThatDoNotMatchAreRefusedByFileLineAndName(String line) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DotEnv.parse(".env", List.of(line)))
        .withMessageStartingWith(".env, line 1: the quotes of K do not match")
        .withMessageNotContaining("s3cret");
  }

  @Test
  void aVeryLongQuotedValueIsRead() {
    String value = "\\\\".repeat(100_000);

    assertThat(only("K=\"" + value + "\"")).hasSize(100_000);
  }

  @Test
  void aFileThatIsNoTextOrTooLargeIsRefused() throws IOException {
    Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DotEnv.read(binary))
        .withMessage(binary + " is not UTF-8 text; save it as UTF-8");

    Path large = Files.writeString(folder.resolve("large"), "#".repeat((1 << 20) + 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DotEnv.read(large))
        .withMessageStartingWith(large + " is larger than 1 MiB");
  }

  @Test
  void aValueIsNotShown() {
    assertThat(new Given("s3cret", ".env, line 1")).hasToString("Given[.env, line 1]");
  }

  private static String only(String line) {
    return DotEnv.parse(".env", List.of(line)).get("K").text();
  }
}
