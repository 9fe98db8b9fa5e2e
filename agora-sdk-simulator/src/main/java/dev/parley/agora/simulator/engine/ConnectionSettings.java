package dev.parley.agora.simulator.engine;

import io.agora.rtc.Constants;
import io.agora.rtc.RtcConnConfig;
import io.agora.rtc.RtcConnPublishConfig;
import io.agora.rtc.SendExternalAudioParameters;
import org.jspecify.annotations.Nullable;

/**
 * What a connection was made with, copied when it was made.
 *
 * @param incrementalMs the first part of a round that goes out faster, 0 when it does not
 * @param incrementalSpeed how much faster
 */
record ConnectionSettings(
    boolean autoSubscribe,
    boolean broadcaster,
    boolean everyoneVisible,
    boolean receivesEncoded,
    int scenario,
    Constants.AudioPublishType publishType,
    int incrementalMs,
    int incrementalSpeed) {
  private static final int COMMUNICATION = 0;

  static ConnectionSettings of(
      RtcConnConfig config, @Nullable RtcConnPublishConfig publish, int serviceScenario) {
    boolean communication = config.getChannelProfile() == COMMUNICATION;
    SendExternalAudioParameters incremental = incremental(publish);
    return new ConnectionSettings(
        config.getAutoSubscribeAudio() != 0,
        communication || config.getClientRoleType() == Constants.CLIENT_ROLE_BROADCASTER,
        communication,
        config.getAudioRecvEncodedFrame() != 0,
        publish == null ? serviceScenario : publish.getAudioScenario(),
        publishType(publish),
        incremental == null ? 0 : incremental.getSendMs(),
        incremental == null ? 1 : Math.max(1, Math.min(5, incremental.getSendSpeed())));
  }

  private static Constants.AudioPublishType publishType(@Nullable RtcConnPublishConfig publish) {
    return publish == null || !publish.isPublishAudio()
        ? Constants.AudioPublishType.NO_PUBLISH
        : publish.getAudioPublishType();
  }

  private static @Nullable SendExternalAudioParameters incremental(
      @Nullable RtcConnPublishConfig publish) {
    SendExternalAudioParameters parameters =
        publish == null ? null : publish.getSendExternalAudioParameters();
    return parameters != null && parameters.isEnabled() ? parameters : null;
  }
}
