package dev.parley.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That the rules see every module, and that what is written down twice agrees. */
class ModulesTest {
  private static final Set<String> NOT_PUBLISHED =
      Set.of(
          "agent-bom",
          "agora-sdk-simulator",
          "architecture",
          "benchmarks",
          "samples",
          "test-browser");

  @ParameterizedTest
  @MethodSource("modulesWithSources")
  void theRulesSeeTheClassesOf(String module) {
    assertThat(Parley.CLASSES.stream().filter(each -> isFrom(module, each)))
        .as("classes of %s", module)
        .isNotEmpty();
  }

  @Test
  void theRulesRunAfterAllModulesAreCompiled() throws IOException {
    assertThat(Parley.namesIn("architecture/pom.xml", "<artifactId>([^<]+)</artifactId>"))
        .as("dependencies in architecture/pom.xml")
        .containsAll(modulesWithSources().toList());
  }

  @Test
  void theBillOfMaterialsListsWhatIsPublished() {
    List<String> published =
        Parley.MODULES.stream().filter(each -> !NOT_PUBLISHED.contains(each)).toList();

    assertThat(Parley.namesIn("agent-bom/pom.xml", "<artifactId>(agent-[^<]+)</artifactId>"))
        .filteredOn(each -> !each.equals("agent-bom"))
        .containsExactlyInAnyOrderElementsOf(published);
  }

  static Stream<String> modulesWithSources() throws IOException {
    List<String> found = new ArrayList<>();
    for (String module : Parley.MODULES) {
      if (hasSources(Parley.ROOT.resolve(module).resolve("src/main/java"))) {
        found.add(module);
      }
    }
    return found.stream();
  }

  private static boolean hasSources(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.anyMatch(each -> each.getFileName().toString().matches("[A-Z]\\w*\\.java"));
    }
  }

  private static boolean isFrom(String module, JavaClass each) {
    String folder = Parley.classesOf(module).toUri().toString();
    return each.getSource().orElseThrow().getUri().toString().startsWith(folder);
  }
}
