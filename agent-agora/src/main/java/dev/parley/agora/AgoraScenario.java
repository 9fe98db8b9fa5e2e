package dev.parley.agora;

import io.agora.rtc.Constants;
import java.util.Locale;
import org.apiguardian.api.API;

/** What the SDK does with the agent's voice on its way to the clients. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum AgoraScenario {
  /**
   * Sound is sent at the speed of speech, as between people. Right for every client, and the
   * default here.
   */
  CHORUS(Constants.AUDIO_SCENARIO_CHORUS),
  /**
   * Sound is sent as fast as it comes and buffered by the client, which rides out bad networks. For
   * clients in the scenario AI_CLIENT only; to others it sounds wrong.
   */
  AI_SERVER(Constants.AUDIO_SCENARIO_AI_SERVER);

  private final int number;

  AgoraScenario(int number) {
    this.number = number;
  }

  /** The SDK's number. */
  int number() {
    return number;
  }

  /** As in settings: {@code chorus}, {@code ai-server}. */
  String setting() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static AgoraScenario of(String setting) {
    return valueOf(setting.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
