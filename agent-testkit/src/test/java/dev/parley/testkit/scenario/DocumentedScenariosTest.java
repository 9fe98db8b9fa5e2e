package dev.parley.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The scenarios in the documentation run as they stand there. */
class DocumentedScenariosTest {
  private static final Pattern BLOCK =
      Pattern.compile("```yaml\n(scenario:.*?)```", Pattern.DOTALL);

  @Test
  void scenariosOnThePageAboutTestingPass() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "testing-agents.md"));
    List<String> blocks =
        BLOCK.matcher(page).results().map((MatchResult match) -> match.group(1)).toList();
    assertThat(blocks).isNotEmpty();
    for (String block : blocks) {
      ScenarioResult result =
          new ScenarioRunner().run(new ScenarioReader().read("docs/testing-agents.md", block));
      assertThat(result.report()).isEmpty();
    }
  }
}
