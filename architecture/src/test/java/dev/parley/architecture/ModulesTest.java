package dev.parley.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That the rules see every module, and that what is written down twice agrees. */
class ModulesTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Set<String> NOT_PUBLISHED =
      Set.of("agent-bom", "agora-sdk-simulator", "architecture", "benchmarks", "samples");

  @ParameterizedTest
  @MethodSource("modulesWithSources")
  void theRulesSeeTheClassesOf(String module) {
    assertThat(Parley.CLASSES.stream().filter(each -> isFrom(module, each)))
        .as("classes of %s; is it a dependency of architecture/pom.xml?", module)
        .isNotEmpty();
  }

  @Test
  void theBillOfMaterialsListsWhatIsPublished() throws IOException {
    assertThat(namesIn(read("agent-bom/pom.xml"), "<artifactId>(agent-[a-z0-9-]+)</artifactId>"))
        .filteredOn(each -> !each.equals("agent-bom"))
        .containsExactlyInAnyOrderElementsOf(
            modules().filter(each -> !NOT_PUBLISHED.contains(each)).toList());
  }

  static Stream<String> modulesWithSources() throws IOException {
    return modules().filter(ModulesTest::hasSources);
  }

  private static Stream<String> modules() throws IOException {
    return namesIn(read("pom.xml"), "<module>([^<]+)</module>").stream();
  }

  private static boolean hasSources(String module) {
    Path sources = ROOT.resolve(module).resolve("src/main/java");
    if (!Files.isDirectory(sources)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(sources)) {
      return files.anyMatch(each -> each.getFileName().toString().matches("[A-Z]\\w*\\.java"));
    } catch (IOException e) {
      throw new IllegalStateException("cannot list " + sources, e);
    }
  }

  private static boolean isFrom(String module, JavaClass each) {
    String folder =
        ROOT.resolve(module).resolve("target").toUri().toString().replace("file://", "");
    return each.getSource().orElseThrow().getUri().toString().contains(folder);
  }

  private static String read(String file) throws IOException {
    return Files.readString(ROOT.resolve(file));
  }

  private static List<String> namesIn(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().map(each -> each.group(1)).toList();
  }
}
