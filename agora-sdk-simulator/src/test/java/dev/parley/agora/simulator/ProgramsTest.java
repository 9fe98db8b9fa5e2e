package dev.parley.agora.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Programs that know nothing of the simulator: written for Java 8, compiled against the SDK's
 * classes only, run in real time in the standing simulated Agora.
 */
class ProgramsTest {
  @TempDir Path output;

  @ParameterizedTest
  @ValueSource(strings = {"SendAndReceivePcm", "StreamMessages", "DetectSpeech", "EveryObserver"})
  void aProgramCompilesAndRuns(String name) throws Exception {
    assertThat(JavaSource.compile(output, name, source(name))).isEmpty();
    Class<?> program = JavaSource.load(output, name);
    program.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    assertThat(SimulatedAgora.current().connections()).isEmpty();
    SimulatedAgora.current().strictness().assertClean();
  }

  private static String source(String name) throws IOException {
    try (InputStream in = ProgramsTest.class.getResourceAsStream("/programs/" + name + ".java")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
