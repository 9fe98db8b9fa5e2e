package dev.parley.brain.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.brain.langchain4j.LenientJson.Arguments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LenientJsonTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"day\":\"monday\",\"people\":2,\"window\":true}",
        "{'day':'monday','people':2,'window':true}",
        "{day:\"monday\",people:2,window:true,}",
        "{\"day\":\"monday\",\"people\":2,\"window\":True}",
        "{\"day\":\"monday\",\"people\":2,\"window\":true",
        "```json\n{\"day\":\"monday\",\"people\":2,\"window\":true}\n```",
        "\"{\\\"day\\\":\\\"monday\\\",\\\"people\\\":2,\\\"window\\\":true}\"",
        "{\"day\":\"monday\", /* two */ \"people\":2, \"window\":true}",
        "  {\"day\":\"monday\",\"people\":2,\"window\":true}\n"
      })
  void whatCanOnlyMeanOneThingIsUnderstood(String written) {
    Arguments read = LenientJson.read(written);
    assertThat(read.problem()).isNull();
    assertThat(read.values())
        .containsEntry("day", "monday")
        .containsEntry("people", 2)
        .containsEntry("window", true)
        .hasSize(3);
    assertThat(LenientJson.read(read.text()).values()).isEqualTo(read.values());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "{}", "null"})
  void nothingIsNoArguments(String written) {
    assertThat(LenientJson.read(written))
        .isEqualTo(new Arguments(LenientJson.read("{}").values(), "{}", null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"amount\":10",
        "{\"day\":\"mon",
        "{\"day\":",
        "{\"day\"",
        "[1,2]",
        "7",
        "book it",
        "{]",
        "{\"a\":\"C:\\dir\"}",
        "{'a':'50\\%'}"
      })
  void whatMayBeHalfOfSomethingIsAProblem(String written) {
    Arguments read = LenientJson.read(written);
    assertThat(read.problem()).isNotNull();
    assertThat(read.values()).isEmpty();
  }

  @Test
  void aQuoteMayBeEscaped() {
    assertThat(LenientJson.read("{'note': 'it\\'s \\\\ \\u0041'}").values())
        .containsEntry("note", "it's \\ A");
  }

  @Test
  void wordsWithinTextsStayAsTheyAre() {
    assertThat(LenientJson.read("{'note': 'True, None and {braces'}").values())
        .containsEntry("note", "True, None and {braces");
  }
}
