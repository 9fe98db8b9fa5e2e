package dev.parley.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.Plugins;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartScreenTest {
  private final Plugins plugins = Plugins.discover();

  private List<String> lines(Map<String, String> environment, String... arguments) {
    var configuration = TalkInBrowser.load(plugins, List.of(arguments), environment);
    return new StartScreen(plugins, configuration).lines();
  }

  @Test
  void withoutAnyKeyItTellsWhatWouldBeBetter() {
    assertThat(lines(Map.of()))
        .contains(
            "STT: sphinx (set ASSEMBLYAI_API_KEY for free speech)",
            "TTS: freetts (with a key: --tts assemblyai, --tts cartesia, --tts deepgram,"
                + " --tts elevenlabs, --tts openai)")
        .noneMatch(line -> line.startsWith("Transport"));
  }

  @Test
  void aKeyOfAssemblyAiBringsFreeSpeechButNoVoice() {
    assertThat(lines(Map.of("ASSEMBLYAI_API_KEY", "k")))
        .contains("STT: assemblyai")
        .anyMatch(line -> line.startsWith("TTS: freetts"));
  }

  @Test
  void aVendorsVoiceIsUsedWhenItIsNamed() {
    var keys = Map.of("CARTESIA_API_KEY", "k", "OPENAI_API_KEY", "k");
    assertThat(lines(keys)).anyMatch(line -> line.startsWith("TTS: freetts"));
    assertThat(lines(keys, "--tts", "cartesia")).contains("TTS: cartesia");
    assertThat(lines(Map.of("DEEPGRAM_API_KEY", "k", "PARLEY_TTS", "deepgram")))
        .contains("TTS: deepgram");
  }

  @Test
  void aVoiceWithoutItsKeyNamesTheVariable() {
    assertThatThrownBy(() -> lines(Map.of(), "--tts", "elevenlabs"))
        .hasMessageContaining("ELEVENLABS_API_KEY");
  }

  @Test
  void anotherRoomThanThePageIsNotIgnoredInSilence() {
    assertThatThrownBy(() -> lines(Map.of("PARLEY_TRANSPORT", "agora")))
        .hasMessage(
            "--transport (PARLEY_TRANSPORT) is agora, but people meet this sample on its page;"
                + " leave it out, and see AgoraVoiceAgent for another room");
    assertThat(lines(Map.of(), "--transport", "web")).isNotEmpty();
  }
}
