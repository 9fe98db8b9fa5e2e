package dev.parley.agora.simulator.engine;

import dev.parley.agora.simulator.audio.PcmFormat;
import dev.parley.agora.simulator.strict.ViolationKind;
import io.agora.rtc.AgoraAudioVadConfigV2;
import io.agora.rtc.EncodedAudioFrameInfo;
import io.agora.rtc.EncryptionConfig;
import io.agora.rtc.IAudioEncodedFrameObserver;
import io.agora.rtc.IAudioFrameObserver;
import io.agora.rtc.ILocalUserObserver;
import io.agora.rtc.INetworkObserver;
import io.agora.rtc.IRtcConnObserver;
import io.agora.rtc.RtcConnInfo;
import io.agora.rtc.RtcStats;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What {@code AgoraRtcConn} does: checks arguments and states, then passes on. Thread-safe. */
public final class ConnectionApi {
  private static final int MOST_CHANNEL_BYTES = 64;

  private final Connection connection;
  private final ApiGuard guard;
  private final ParameterStore parameters = new ParameterStore();

  ConnectionApi(Connection connection) {
    this.connection = connection;
    guard = connection.guard();
  }

  /** Returns the connection behind it. */
  public Connection connection() {
    return connection;
  }

  /** Returns the number of the connection. */
  public int id() {
    return connection.id();
  }

  /** Returns what its local user does. */
  public LocalUserApi localUser() {
    return new LocalUserApi(connection);
  }

  /** Returns the connection's own parameters. */
  public ParameterStore parameters() {
    return parameters;
  }

  /** Connects; the outcome is told by a callback. */
  public int connect(@Nullable String token, @Nullable String channel, @Nullable String userId) {
    return guard.code("connect", () -> connectChecked(token, channel, userId));
  }

  private int connectChecked(
      @Nullable String token, @Nullable String channel, @Nullable String userId) {
    String user = Objects.requireNonNullElse(userId, "");
    if (!connection.service().isAlive()) {
      return ErrorCode.NOT_INITIALISED;
    }
    if (channel == null || channel.isEmpty() || bytes(channel) > MOST_CHANNEL_BYTES) {
      return ErrorCode.INVALID_ARGUMENT;
    }
    if (!connection.service().accepts(user)) {
      return ErrorCode.INVALID_USER_ID;
    }
    String appId = connection.service().appId();
    return connection
        .membership()
        .connect(
            new Admission.Request(appId, Objects.requireNonNullElse(token, ""), channel, user));
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Leaves; no frame callback comes after it has returned. */
  public int disconnect() {
    int code = guard.code("disconnect", () -> connection.membership().disconnect());
    connection.callbacks().awaitIdle();
    return code;
  }

  /** Ends the connection, its callbacks and its threads. */
  public void destroy() {
    if (guard.destroy()) {
      connection.world().run(this::takeDown);
      connection.callbacks().awaitIdle();
      connection.callbacks().stop();
    }
  }

  private void takeDown() {
    if (connection.membership().state() == ConnectionState.CONNECTING) {
      guard.record(
          ViolationKind.DESTROY_WHILE_CONNECTING, "destroy", "call disconnect and wait first");
    }
    connection.callbacks().unregisterAll();
    connection.membership().leave();
    connection.service().remove(connection);
  }

  /** Gives a new token. */
  public int renewToken(@Nullable String token) {
    return guard.code(
        "renewToken", () -> connection.membership().renew(Objects.requireNonNullElse(token, "")));
  }

  /** Returns the state, or null before the first connect. */
  public @Nullable RtcConnInfo info() {
    return guard.read(
        "getConnInfo", () -> connection.membership().everConnected() ? connection.info() : null);
  }

  /** Returns the statistics, or null after the end. */
  public @Nullable RtcStats statistics() {
    return guard.object("getTransportStats", () -> connection.membership().statistics().stats());
  }

  /** Replaces the connection's observer. */
  public int observe(@Nullable IRtcConnObserver observer) {
    return change("registerObserver", callbacks -> callbacks.connectionObserver(observer));
  }

  /** Replaces the network observer. */
  public int observeNetwork(@Nullable INetworkObserver observer) {
    return change("registerNetworkObserver", callbacks -> callbacks.networkObserver(observer));
  }

  /** Replaces the local user's observer. */
  public int observeLocalUser(@Nullable ILocalUserObserver observer) {
    return change("registerLocalUserObserver", callbacks -> callbacks.localUserObserver(observer));
  }

  /** Replaces the observer of encoded audio. */
  public int observeEncodedAudio(@Nullable IAudioEncodedFrameObserver observer) {
    return change(
        "registerAudioEncodedFrameObserver", callbacks -> callbacks.encodedObserver(observer));
  }

  private int change(String method, Consumer<Callbacks> change) {
    return guard.code(
        method,
        () -> {
          change.accept(connection.callbacks());
          return ErrorCode.OK;
        });
  }

  /** Replaces the observer of frames; voice activity is only detected with a configuration. */
  public int observeFrames(
      @Nullable IAudioFrameObserver observer,
      boolean enableVad,
      @Nullable AgoraAudioVadConfigV2 vad) {
    int mask = observer == null ? 0 : observer.getObservedAudioFramePosition();
    return change(
        "registerAudioFrameObserver",
        callbacks -> {
          connection.receiver().observed(mask);
          connection.receiver().resetVoiceActivity();
          callbacks.frameObserver(observer, enableVad ? vad : null);
        });
  }

  /** Sets the key of the channel; only before connecting. */
  public int encrypt(boolean enable, @Nullable EncryptionConfig config) {
    return guard.code("enableEncryption", () -> encryptChecked(enable, config));
  }

  private int encryptChecked(boolean enable, @Nullable EncryptionConfig config) {
    if (connection.membership().state() != ConnectionState.DISCONNECTED) {
      return ErrorCode.REFUSED;
    }
    if (!enable) {
      connection.encryption("");
      return ErrorCode.OK;
    }
    if (config == null || config.getEncryptionKey() == null) {
      return ErrorCode.INVALID_ARGUMENT;
    }
    byte[] salt = Objects.requireNonNullElse(config.getEncryptionKdfSalt(), new byte[0]);
    connection.encryption(
        config.getEncryptionMode()
            + ":"
            + config.getEncryptionKey()
            + ":"
            + Base64.getEncoder().encodeToString(salt));
    return ErrorCode.OK;
  }

  /** Makes the audio track heard. */
  public int publishAudio() {
    return guard.code("publishAudio", () -> connection.sender().publish());
  }

  /** Takes the audio track away, with all that it has not sent. */
  public int unpublishAudio() {
    return guard.code("unpublishAudio", () -> connection.sender().unpublish());
  }

  /** Queues or sends PCM of whole milliseconds. */
  public int pushPcm(byte @Nullable [] data, int rate, int channels, long presentationMs) {
    return guard.code("pushAudioPcmData", () -> pushChecked(data, rate, channels, presentationMs));
  }

  private int pushChecked(byte @Nullable [] data, int rate, int channels, long presentationMs) {
    if (data == null || data.length == 0 || !PcmFormat.isSupported(rate, channels)) {
      return ErrorCode.INVALID_ARGUMENT;
    }
    PcmFormat format = new PcmFormat(rate, channels);
    return data.length % format.bytesPerMillisecond() == 0
        ? connection.sender().push(data, format, presentationMs)
        : ErrorCode.INVALID_ARGUMENT;
  }

  /** Sends encoded audio. */
  public int pushEncoded(byte @Nullable [] data, @Nullable EncodedAudioFrameInfo info) {
    return guard.code(
        "pushAudioEncodedData",
        () ->
            data == null || data.length == 0 || info == null
                ? ErrorCode.INVALID_ARGUMENT
                : connection.sender().pushEncoded(data.clone(), info.getCodec()));
  }

  /** Returns whether everything pushed should have been played by now. */
  public boolean isPushCompleted() {
    return guard.value(
        "isPushToRtcCompleted",
        false,
        () -> connection.sender().isCompleted(connection.world().time().nanoTime()));
  }

  /** Sends a data message. */
  public int sendMessage(byte @Nullable [] data) {
    return guard.code(
        "sendStreamMessage",
        () ->
            data == null || data.length == 0
                ? ErrorCode.INVALID_ARGUMENT
                : connection.data().send(data));
  }

  /** Sends metadata with the audio. */
  public int sendMetadata(byte @Nullable [] data) {
    return guard.code(
        "sendAudioMetaData",
        () ->
            data == null || data.length == 0
                ? ErrorCode.INVALID_ARGUMENT
                : connection.sender().attach(data));
  }

  /** Accepts a call that has no effect here, such as the settings of video. */
  public int accept(String method) {
    return guard.code(method, () -> ErrorCode.OK);
  }

  /** Refuses what the simulator does not carry, such as video. */
  public int refuse(String method) {
    return guard.code(method, () -> ErrorCode.NOT_SUPPORTED);
  }
}
