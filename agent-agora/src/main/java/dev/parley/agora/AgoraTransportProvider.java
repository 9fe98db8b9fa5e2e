package dev.parley.agora;

import dev.parley.spi.Setting;
import dev.parley.spi.Settings;
import dev.parley.spi.Transport;
import dev.parley.spi.TransportProvider;
import java.nio.file.Path;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Makes the transport {@code agora} from settings; found by the {@link java.util.ServiceLoader}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class AgoraTransportProvider extends TransportProvider {
  private static final Setting APP_ID =
      Setting.of("agora-app-id", "App id of the Agora project, 32 hexadecimal digits.")
          .variable("AGORA_APP_ID")
          .required()
          .build();

  private static final Setting CERTIFICATE =
      Setting.of(
              "agora-app-certificate",
              "App certificate of the project, from which tokens are made; none for a project"
                  + " without tokens.")
          .variable("AGORA_APP_CERT")
          .alias("AGORA_APP_CERTIFICATE")
          .secret()
          .build();

  private static final Setting TOKEN =
      Setting.of(
              "agora-token",
              "A token that somebody else has made, instead of the certificate; the agent is out"
                  + " when it ends.")
          .variable("AGORA_TOKEN")
          .secret()
          .build();

  private static final Setting TOKEN_LIFETIME =
      Setting.of("agora-token-lifetime", "How long tokens are good for, 1m to 1440m.")
          .defaultValue("1440m")
          .build();

  private static final Setting UID =
      Setting.of("agora-bot-uid", "User id of the agent; 0 lets Agora choose a number.")
          .variable("AGORA_BOT_UID")
          .defaultValue("9999")
          .build();

  private static final Setting SCENARIO =
      Setting.of(
              "agora-scenario",
              "How the voice travels: chorus suits every client, ai-server those in the scenario"
                  + " AI_CLIENT.")
          .defaultValue(AgoraScenario.CHORUS.setting())
          .choices(AgoraScenario.CHORUS.setting(), AgoraScenario.AI_SERVER.setting())
          .build();

  private static final Setting INCREMENTAL =
      Setting.of(
              "agora-incremental",
              "How much of the beginning of speech is sent at double speed in the scenario"
                  + " ai-server, up to 2s.")
          .defaultValue("0ms")
          .build();

  private static final Setting FLUSH =
      Setting.of(
              "agora-flush",
              "Whether an interruption takes back what the SDK and clients hold of the voice.")
          .defaultValue("true")
          .choices("true", "false")
          .build();

  private static final Setting MESSAGES =
      Setting.of(
              "agora-messages",
              "Which events clients get as data messages; toolkit: captions in the form of Agora's"
                  + " conversational AI toolkit.")
          .defaultValue(AgoraMessages.CAPTIONS.setting())
          .choices(
              AgoraMessages.CAPTIONS.setting(),
              AgoraMessages.TOOLKIT.setting(),
              AgoraMessages.ALL.setting(),
              AgoraMessages.NONE.setting())
          .build();

  private static final Setting RECONNECT_LIMIT =
      Setting.of("agora-reconnect-limit", "How long a lost connection is waited for.")
          .defaultValue("2m")
          .build();

  private static final Setting LOG_FILE =
      Setting.of("agora-log-file", "Where the SDK writes its log; without it in ~/.agora.").build();

  /** Creates the provider. */
  public AgoraTransportProvider() {}

  @Override
  public String name() {
    return "agora";
  }

  @Override
  public String sentence() {
    return "Agora channels; needs an Agora project, and Linux on x86-64.";
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        APP_ID,
        CERTIFICATE,
        TOKEN,
        TOKEN_LIFETIME,
        UID,
        SCENARIO,
        INCREMENTAL,
        FLUSH,
        MESSAGES,
        RECONNECT_LIMIT,
        LOG_FILE);
  }

  @Override
  public Transport create(Settings settings) {
    var builder =
        AgoraTransport.builder(settings.get(APP_ID))
            .tokenLifetime(settings.getDuration(TOKEN_LIFETIME))
            .uid(settings.get(UID))
            .scenario(AgoraScenario.of(settings.get(SCENARIO)))
            .incremental(settings.getDuration(INCREMENTAL))
            .flush(settings.getBoolean(FLUSH))
            .messages(AgoraMessages.of(settings.get(MESSAGES)))
            .reconnectLimit(settings.getDuration(RECONNECT_LIMIT));
    settings.find(CERTIFICATE).ifPresent(builder::certificate);
    settings.find(TOKEN).ifPresent(token -> builder.tokenSource((channel, uid) -> token));
    settings.find(LOG_FILE).map(Path::of).ifPresent(builder::logFile);
    return builder.build();
  }
}
