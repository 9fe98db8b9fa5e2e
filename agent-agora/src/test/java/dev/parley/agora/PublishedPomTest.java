package dev.parley.agora;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What users of the published artifact get: Agora's SDK, never the simulator. */
class PublishedPomTest {
  @Test
  void thePublishedPomNamesTheRealSdkAndNotTheSimulator() throws Exception {
    String pom = Files.readString(Path.of("target", "published-pom.xml"));
    assertThat(pom)
        .containsPattern(
            "<groupId>io.agora.rtc</groupId>\\s*<artifactId>linux-java-sdk</artifactId>\\s*"
                + "<version>[0-9.]+</version>\\s*<scope>compile</scope>")
        .containsPattern("<groupId>io.agora</groupId>\\s*<artifactId>authentication</artifactId>")
        .doesNotContain("simulator")
        .doesNotContain("${");
  }
}
