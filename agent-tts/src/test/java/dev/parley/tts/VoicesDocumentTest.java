package dev.parley.tts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.PluginKind;
import dev.parley.Plugins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class VoicesDocumentTest {
  @Test
  void theDocumentListsTheSettingsThatTheProvidersDeclare() throws IOException {
    String document = Files.readString(Path.of("../docs/voices.md"));
    List<String> rows =
        Plugins.discover()
            .markdown()
            .lines()
            .filter(line -> line.startsWith("| `--"))
            .filter(line -> line.contains("-tts-") || line.contains("api-key"))
            .toList();
    assertThat(rows).isNotEmpty();
    assertThat(document.lines()).containsAll(rows);
  }

  @Test
  void everyVoiceIsFoundByItsName() {
    assertThat(Plugins.discover().names(PluginKind.TTS))
        .contains("assemblyai", "cartesia", "deepgram", "elevenlabs", "openai");
  }
}
