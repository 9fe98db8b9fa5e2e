package dev.parley.brain.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agent.tool.Tool;
import dev.parley.spi.Usage;
import dev.parley.testkit.openai.ModelAnswer;
import dev.parley.testkit.openai.ScriptedOpenAi;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a builder refuses, and prices. */
class BuilderTest {
  /** Has one tool. */
  static final class Book {
    @Tool
    String book() {
      return "booked";
    }
  }

  @Test
  void aBrainNeedsAModel() {
    assertThatThrownBy(() -> LangChain4jBrain.builder().build())
        .hasMessage("the brain has no model; set one with model(...)");
  }

  @Test
  void twoToolsOfOneNameAreRefused() {
    assertThatThrownBy(() -> LangChain4jBrain.builder().tools(new Book(), new Book()))
        .hasMessage("there are two tools called 'book'; rename one");
  }

  /** Books otherwise. */
  static class Desk {
    @Tool("Books.")
    Object book(String day) {
      return "booked " + day;
    }
  }

  /** Books better, by an overridden method that the compiler bridges too. */
  static final class BetterDesk extends Desk {
    @Override
    @Tool("Books better.")
    String book(String day) {
      return "well booked " + day;
    }
  }

  @Test
  void anOverriddenToolIsOneTool() {
    try (var server = ScriptedOpenAi.answering(ModelAnswer.text("Hello."))) {
      LangChain4jBrain brain = Models.brain(server).tools(new BetterDesk()).build();
      assertThat(brain.tools()).hasSize(1);
      assertThat(brain.tools().get(0).spec().description()).isEqualTo("Books better.");
    }
  }

  @Test
  void anObjectWithoutToolsIsRefused() {
    assertThatThrownBy(() -> LangChain4jBrain.builder().tools("nothing"))
        .hasMessageContaining("java.lang.String has no method annotated with");
  }

  @Test
  void aToolToBeConfirmedMustExist() {
    try (var server = ScriptedOpenAi.answering(ModelAnswer.text("Hello."))) {
      LangChain4jBrainBuilder brain = Models.brain(server).tools(new Book());
      assertThat(brain.confirm("book").build().tools().get(0).spec().confirm()).isTrue();
      assertThatThrownBy(() -> brain.confirm("fly").build())
          .hasMessage("there is no tool 'fly' to be confirmed; there are [book]");
    }
  }

  @Test
  void impossibleValuesAreRefused() {
    LangChain4jBrainBuilder builder = LangChain4jBrain.builder();
    assertThatThrownBy(() -> builder.historyWindow(0)).hasMessageContaining("must be at least 1");
    assertThatThrownBy(() -> builder.timeouts(Duration.ZERO, Duration.ofSeconds(1)))
        .hasMessageContaining("must be more than 0");
    assertThatThrownBy(() -> SessionBudget.cost(0)).hasMessageContaining("must be more than 0");
    assertThatThrownBy(() -> builder.systemMessage(Path.of("no-such-file.txt")))
        .hasMessageContaining("no-such-file.txt");
  }

  @Test
  void theSystemMessageMayStandInAFile(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("system.txt"), "You are Ann.");
    try (var server = ScriptedOpenAi.answering(ModelAnswer.text("Hello."))) {
      Models.ask(
          Models.brain(server).systemMessage(file).build(),
          Models.request(Models.said("Hi.")).build());
      assertThat(server.exchanges().get(0).messages())
          .startsWith("system: You are Ann.\n\nYou are kind.");
    }
  }

  @Test
  void theLongestNameGivesThePrice() {
    Prices prices = Prices.builder().model("gpt", 10, 1, 20).model("gpt-small", 1, 0.5, 2).build();
    var usage = new Usage(1_000_000, 500_000, 1_000_000);
    assertThat(prices.of("gpt-small-2026", usage)).hasValue(0.5 + 0.25 + 2);
    assertThat(prices.of("gpt-large", usage)).hasValue(5 + 0.5 + 20);
    assertThat(prices.of("other", usage)).isEmpty();
  }
}
