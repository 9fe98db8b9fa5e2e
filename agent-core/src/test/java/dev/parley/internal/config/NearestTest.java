package dev.parley.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  @ParameterizedTest
  @CsvSource({"stt, stt, 0", "stt, tts, 2", "port, prot, 1", "a, '', 1", "kitten, sitting, 3"})
  void editsAreCounted(String from, String to, int expected) {
    assertThat(Nearest.edits(from, to)).isEqualTo(expected);
    assertThat(Nearest.edits(to, from)).isEqualTo(expected);
  }

  @Test
  void theNearestNameIsFoundAndTheFirstAmongEquals() {
    assertThat(Nearest.to("prot", List.of("host", "port"))).contains("port");
    assertThat(Nearest.to("stx", List.of("sty", "stt"))).contains("stt");
  }

  @Test
  void aNameThatIsFarFromAllIsNotGuessed() {
    assertThat(Nearest.to("sphinx", List.of("assemblyai", "deepgram"))).isEmpty();
    assertThat(Nearest.to("x", List.of())).isEmpty();
  }
}
