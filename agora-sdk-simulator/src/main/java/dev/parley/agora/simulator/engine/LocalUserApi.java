package dev.parley.agora.simulator.engine;

import dev.parley.agora.simulator.audio.PcmFormat;
import io.agora.rtc.Constants;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What {@code AgoraLocalUser} does: subscriptions, formats and role. Thread-safe. */
public final class LocalUserApi {
  private static final int LOWEST_INTERVAL_MS = 10;

  private final Connection connection;
  private final ApiGuard guard;

  LocalUserApi(Connection connection) {
    this.connection = connection;
    guard = connection.guard();
  }

  /** Wants a user's audio. */
  public int subscribe(@Nullable String userId) {
    return ofUser("subscribeAudio", userId, user -> subscriptions().add(user));
  }

  /** Does not want a user's audio. */
  public int unsubscribe(@Nullable String userId) {
    return ofUser("unsubscribeAudio", userId, user -> subscriptions().remove(user));
  }

  private Subscriptions subscriptions() {
    return connection.receiver().subscriptions();
  }

  private int ofUser(String method, @Nullable String userId, Consumer<String> change) {
    return guard.code(
        method,
        () -> {
          if (userId == null || userId.isEmpty()) {
            return ErrorCode.INVALID_ARGUMENT;
          }
          change.accept(userId);
          return ErrorCode.OK;
        });
  }

  /** Wants everybody's audio, also of those who join later. */
  public int subscribeAll() {
    return change("subscribeAllAudio", () -> subscriptions().addAll());
  }

  /** Wants nobody's audio. */
  public int unsubscribeAll() {
    return change("unsubscribeAllAudio", () -> subscriptions().removeAll());
  }

  private int change(String method, Runnable change) {
    return guard.code(
        method,
        () -> {
          change.run();
          return ErrorCode.OK;
        });
  }

  /** Sets the format of each user's frames. */
  public int beforeMixing(int channels, int rate) {
    return ofFormat(
        "setPlaybackAudioFrameBeforeMixingParameters",
        channels,
        rate,
        format -> connection.receiver().beforeMixing(format));
  }

  /** Sets the format of the frames that hold everybody. */
  public int playback(int channels, int rate, int samplesPerCall) {
    return ofFormat(
        "setPlaybackAudioFrameParameters",
        channels,
        rate,
        format -> connection.receiver().playback(new PlaybackMix(format, samplesPerCall)));
  }

  /** Sets the format of the frames that hold everybody and the local user. */
  public int mixed(int channels, int rate, int samplesPerCall) {
    return ofFormat(
        "setMixedAudioFrameParameters",
        channels,
        rate,
        format -> connection.receiver().mixed(new PlaybackMix(format, samplesPerCall)));
  }

  private int ofFormat(String method, int channels, int rate, Consumer<PcmFormat> change) {
    return guard.code(
        method,
        () -> {
          if (!PcmFormat.isSupported(rate, channels)) {
            return ErrorCode.INVALID_ARGUMENT;
          }
          change.accept(new PcmFormat(rate, channels));
          return ErrorCode.OK;
        });
  }

  /** Asks for volume reports. */
  public int volume(int intervalMs, boolean reportVad) {
    return guard.code(
        "setAudioVolumeIndicationParameters",
        () -> {
          if (intervalMs > 0 && intervalMs < LOWEST_INTERVAL_MS) {
            return ErrorCode.INVALID_ARGUMENT;
          }
          connection.receiver().volume().configure(intervalMs, reportVad);
          return ErrorCode.OK;
        });
  }

  /** Changes the role. */
  public void role(int role) {
    change("setUserRole", () -> connection.changeRole(role));
  }

  /** Returns the role. */
  public int role() {
    return guard.value("getUserRole", Constants.CLIENT_ROLE_AUDIENCE, connection::role);
  }

  /** Changes the scenario. */
  public int scenario(int scenario) {
    return change("setAudioScenario", () -> connection.sender().scenario(scenario));
  }

  /** Accepts a call that has no effect here. */
  public int accept(String method) {
    return guard.code(method, () -> ErrorCode.OK);
  }

  /** Refuses what the simulator does not carry. */
  public int refuse(String method) {
    return guard.code(method, () -> ErrorCode.NOT_SUPPORTED);
  }
}
