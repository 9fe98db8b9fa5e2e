package dev.parley.stt.assemblyai;

import dev.parley.spi.Setting;
import dev.parley.spi.Settings;
import dev.parley.spi.SpeechToText;
import dev.parley.spi.SttProvider;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** Makes {@link AssemblyAiStt} from settings. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class AssemblyAiSttProvider extends SttProvider {
  private static final Setting API_KEY =
      Setting.of("assemblyai-api-key", "API key of the AssemblyAI account.")
          .variable("ASSEMBLYAI_API_KEY")
          .secret()
          .required()
          .build();
  private static final Setting BASE_URL =
      Setting.of("assemblyai-base-url", "default, us, eu, or the URL of a self-hosted server.")
          .defaultValue("default")
          .build();
  private static final Setting MODEL =
      Setting.of("assemblyai-model", "Speech model, such as u3-rt-pro.")
          .defaultValue(AssemblyAiSttBuilder.DEFAULT_MODEL)
          .build();
  private static final Setting ENCODING =
      Setting.of("assemblyai-encoding", "How audio is sent.")
          .defaultValue("pcm_s16le")
          .choices("pcm_s16le", "pcm_mulaw")
          .build();
  private static final Setting MESSAGE =
      Setting.of("assemblyai-message-duration", "Length of an audio message, 50ms to 1s.")
          .defaultValue("50ms")
          .build();
  private static final Setting MINT =
      Setting.of("assemblyai-mint-tokens", "Whether sessions are opened with temporary tokens.")
          .defaultValue("false")
          .choices("true", "false")
          .build();
  private static final Setting SESSIONS =
      Setting.of("assemblyai-sessions-per-minute", "Most new sessions in a minute; 0: no limit.")
          .defaultValue("0")
          .build();

  /** For {@link java.util.ServiceLoader}. */
  public AssemblyAiSttProvider() {}

  @Override
  public String name() {
    return AssemblyAiStt.NAME;
  }

  @Override
  public String sentence() {
    return "Free speech in many languages by AssemblyAI's streaming API; needs an account.";
  }

  @Override
  public List<Setting> settings() {
    var settings =
        new ArrayList<>(List.of(API_KEY, BASE_URL, MODEL, ENCODING, MESSAGE, MINT, SESSIONS));
    declared().forEach(each -> settings.add(each.setting()));
    return List.copyOf(settings);
  }

  /** What the agent said is told by the session, never configured. */
  private static List<Parameter> declared() {
    return Parameters.all().stream()
        .filter(each -> !each.equals(Parameters.AGENT_CONTEXT))
        .toList();
  }

  @Override
  public SpeechToText create(Settings settings) {
    AssemblyAiSttBuilder builder =
        AssemblyAiStt.builder()
            .apiKey(settings.get(API_KEY))
            .baseUrl(settings.get(BASE_URL))
            .model(settings.get(MODEL))
            .encoding(settings.get(ENCODING))
            .messageDuration(settings.getDuration(MESSAGE))
            .mintTokens(settings.getBoolean(MINT))
            .sessionsPerMinute(settings.getInt(SESSIONS));
    for (Parameter each : declared()) {
      Setting setting = each.setting();
      if (settings.find(setting).isPresent()) {
        builder.setPlain(each, each.kind().read(settings, setting));
      }
    }
    return builder.build();
  }
}
