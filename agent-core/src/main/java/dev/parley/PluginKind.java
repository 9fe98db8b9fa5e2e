package dev.parley;

import dev.parley.spi.Brain;
import dev.parley.spi.BrainProvider;
import dev.parley.spi.Engine;
import dev.parley.spi.PluginProvider;
import dev.parley.spi.Setting;
import dev.parley.spi.SpeechToText;
import dev.parley.spi.SttProvider;
import dev.parley.spi.TextToSpeech;
import dev.parley.spi.Transport;
import dev.parley.spi.TransportProvider;
import dev.parley.spi.TtsProvider;
import dev.parley.spi.TurnDetector;
import dev.parley.spi.TurnDetectorProvider;
import dev.parley.spi.VadProvider;
import dev.parley.spi.VoiceActivityDetector;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A kind of plugin, and the setting that names which one to use: {@code --stt}, {@code PARLEY_STT}.
 * Immutable.
 *
 * @param <E> what its providers create
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class PluginKind<E extends Engine> {
  /** The name that no plugin may have: it says to use none. */
  public static final String NONE = "none";

  /**
   * Carries audio between the room and the agent: {@code --transport}, {@code PARLEY_TRANSPORT}.
   */
  public static final PluginKind<Transport> TRANSPORT =
      new PluginKind<>("transport", "Transport", "The room", TransportProvider.class);

  /** Speech to text: {@code --stt}, {@code PARLEY_STT}. */
  public static final PluginKind<SpeechToText> STT =
      new PluginKind<>("stt", "STT", "Speech to text", SttProvider.class);

  /** Thinks of the reply: {@code --brain}, {@code PARLEY_BRAIN}. */
  public static final PluginKind<Brain> BRAIN =
      new PluginKind<>("brain", "Brain", "What thinks of the reply", BrainProvider.class);

  /** Text to speech: {@code --tts}, {@code PARLEY_TTS}. */
  public static final PluginKind<TextToSpeech> TTS =
      new PluginKind<>("tts", "TTS", "Text to speech", TtsProvider.class);

  /** Voice activity detection: {@code --vad}, {@code PARLEY_VAD}. */
  public static final PluginKind<VoiceActivityDetector> VAD =
      new PluginKind<>("vad", "VAD", "What tells speech from silence", VadProvider.class);

  /** Tells a finished thought: {@code --turn-detector}, {@code PARLEY_TURN_DETECTOR}. */
  public static final PluginKind<TurnDetector> TURN_DETECTOR =
      new PluginKind<>(
          "turn-detector",
          "Turn detector",
          "What tells a finished thought",
          TurnDetectorProvider.class);

  private static final List<PluginKind<?>> ALL =
      List.of(TRANSPORT, STT, BRAIN, TTS, VAD, TURN_DETECTOR);

  private final String title;
  private final Setting setting;
  private final Class<? extends PluginProvider<E>> providerType;

  private PluginKind(
      String key, String title, String role, Class<? extends PluginProvider<E>> providerType) {
    this.title = title;
    this.providerType = providerType;
    this.setting =
        Setting.of(key, role + ": the name of the plugin; by default the best that is available.")
            .build();
  }

  /** Returns the six kinds, in the order in which audio passes them. */
  public static List<PluginKind<?>> all() {
    return ALL;
  }

  /** The name for people: {@code STT}. */
  public String title() {
    return title;
  }

  /** The setting that names the plugin. */
  public Setting setting() {
    return setting;
  }

  /** The type that the plugin's provider extends. */
  public Class<? extends PluginProvider<E>> providerType() {
    return providerType;
  }

  /** Tells the title. */
  @Override
  public String toString() {
    return title;
  }
}
