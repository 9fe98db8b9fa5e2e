package dev.parley.agora.simulator;

import io.agora.rtc.AgoraAudioVadConfigV2;
import io.agora.rtc.AgoraLocalUser;
import io.agora.rtc.AgoraRemoteAudioTrack;
import io.agora.rtc.AgoraRtcConn;
import io.agora.rtc.AgoraService;
import io.agora.rtc.AgoraServiceConfig;
import io.agora.rtc.AudioFrame;
import io.agora.rtc.AudioVolumeInfo;
import io.agora.rtc.Constants;
import io.agora.rtc.IAudioFrameObserver;
import io.agora.rtc.ILocalUserObserver;
import io.agora.rtc.IRtcConnObserver;
import io.agora.rtc.RtcConnConfig;
import io.agora.rtc.RtcConnInfo;
import io.agora.rtc.RtcConnPublishConfig;
import io.agora.rtc.VadProcessResult;
import io.agora.rtc.utils.Utils;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A small agent on the SDK, as the documents say one is written; it notes everything it is told.
 */
final class Bot implements AutoCloseable {
  static final String APP_ID = "0123456789abcdef0123456789abcdef";

  final AgoraService service;
  final AgoraRtcConn conn;
  final List<String> events = new CopyOnWriteArrayList<>();
  final Map<String, ByteArrayOutputStream> heard = new ConcurrentHashMap<>();
  final List<Long> presentationTimes = new CopyOnWriteArrayList<>();
  final List<VadProcessResult> vadResults = new CopyOnWriteArrayList<>();
  int fallbackScenario = -1;
  private final boolean ownsService;

  private Bot(AgoraService service, boolean ownsService, RtcConnConfig config, int scenario) {
    this.service = service;
    this.ownsService = ownsService;
    RtcConnPublishConfig publish = new RtcConnPublishConfig();
    publish.setIsPublishAudio(true);
    publish.setAudioScenario(scenario);
    conn = service.agoraRtcConnCreate(config, publish);
    conn.registerObserver(new Connections());
    conn.registerLocalUserObserver(new LocalUser());
  }

  static AgoraService newService() {
    return newService(0);
  }

  static AgoraService newService(int useStringUid) {
    AgoraServiceConfig config = new AgoraServiceConfig();
    config.setAppId(APP_ID);
    config.setUseStringUid(useStringUid);
    config.setApmMode(Constants.ApmMode.ENABLE);
    AgoraService service = new AgoraService();
    if (service.initialize(config) != 0) {
      throw new IllegalStateException("initialize failed");
    }
    return service;
  }

  static RtcConnConfig config(int role) {
    RtcConnConfig config = new RtcConnConfig();
    config.setClientRoleType(role);
    config.setAutoSubscribeAudio(0);
    config.setAutoSubscribeVideo(0);
    config.setChannelProfile(Constants.CHANNEL_PROFILE_LIVE_BROADCASTING);
    return config;
  }

  /** A broadcaster in the AI server scenario with a service of its own. */
  static Bot create() {
    return create(Constants.AUDIO_SCENARIO_AI_SERVER);
  }

  static Bot create(int scenario) {
    return new Bot(newService(), true, config(Constants.CLIENT_ROLE_BROADCASTER), scenario);
  }

  static Bot audience() {
    return new Bot(
        newService(),
        true,
        config(Constants.CLIENT_ROLE_AUDIENCE),
        Constants.AUDIO_SCENARIO_AI_SERVER);
  }

  static Bot on(AgoraService service, int scenario) {
    return new Bot(service, false, config(Constants.CLIENT_ROLE_BROADCASTER), scenario);
  }

  /** Subscribes to everyone at 16 kHz mono and registers for frames, in the documented order. */
  Bot listen() {
    return listen(null);
  }

  Bot listen(AgoraAudioVadConfigV2 vad) {
    conn.getLocalUser().subscribeAllAudio();
    conn.getLocalUser().setPlaybackAudioFrameBeforeMixingParameters(1, 16_000);
    observeFrames(vad != null, vad);
    return this;
  }

  int observeFrames(boolean enableVad, AgoraAudioVadConfigV2 vad) {
    return conn.registerAudioFrameObserver(new Frames(), enableVad, vad);
  }

  int connect(String channel, String uid) {
    return conn.connect("", channel, uid);
  }

  int push(byte[] pcm) {
    return conn.pushAudioPcmData(pcm, 16_000, 1);
  }

  byte[] heard(String uid) {
    ByteArrayOutputStream bytes = heard.get(uid);
    return bytes == null ? new byte[0] : bytes.toByteArray();
  }

  /** Leaves and destroys the connection; the service, too, if it was made for this bot. */
  @Override
  public void close() {
    conn.disconnect();
    conn.destroy();
    if (ownsService) {
      service.destroy();
    }
  }

  private final class Connections implements IRtcConnObserver {
    @Override
    public void onConnected(AgoraRtcConn agoraRtcConn, RtcConnInfo info, int reason) {
      events.add("connected " + info.getLocalUserId() + " " + reason);
    }

    @Override
    public void onDisconnected(AgoraRtcConn agoraRtcConn, RtcConnInfo info, int reason) {
      events.add("disconnected " + reason);
    }

    @Override
    public void onConnecting(AgoraRtcConn agoraRtcConn, RtcConnInfo info, int reason) {
      events.add("connecting " + reason);
    }

    @Override
    public void onReconnecting(AgoraRtcConn agoraRtcConn, RtcConnInfo info, int reason) {
      events.add("reconnecting " + reason + " state " + info.getState());
    }

    @Override
    public void onConnectionLost(AgoraRtcConn agoraRtcConn, RtcConnInfo info) {
      events.add("lost");
    }

    @Override
    public void onConnectionFailure(AgoraRtcConn agoraRtcConn, RtcConnInfo info, int reason) {
      events.add("failure " + reason + " state " + info.getState());
    }

    @Override
    public void onTokenPrivilegeWillExpire(AgoraRtcConn agoraRtcConn, String token) {
      events.add("token will expire");
    }

    @Override
    public void onTokenPrivilegeDidExpire(AgoraRtcConn agoraRtcConn) {
      events.add("token did expire");
    }

    @Override
    public void onUserJoined(AgoraRtcConn agoraRtcConn, String userId) {
      events.add("joined " + userId);
    }

    @Override
    public void onUserLeft(AgoraRtcConn agoraRtcConn, String userId, int reason) {
      events.add("left " + userId + " " + reason);
    }

    @Override
    public void onChangeRoleSuccess(AgoraRtcConn agoraRtcConn, int oldRole, int newRole) {
      events.add("role " + oldRole + " to " + newRole);
    }

    @Override
    public void onChangeRoleFailure(AgoraRtcConn agoraRtcConn) {
      events.add("role refused");
    }

    @Override
    public void onError(AgoraRtcConn agoraRtcConn, int error, String msg) {
      events.add("error " + error);
    }

    @Override
    public void onStreamMessageError(
        AgoraRtcConn agoraRtcConn, String userId, int streamId, int code, int missed, int cached) {
      events.add("message lost " + userId + " " + code);
    }

    @Override
    public void onEncryptionError(AgoraRtcConn agoraRtcConn, int errorType) {
      events.add("encryption error");
    }

    @Override
    public int onAIQoSCapabilityMissing(AgoraRtcConn agoraRtcConn, int defaultFallbackSenario) {
      events.add("aiqos missing " + defaultFallbackSenario);
      return fallbackScenario;
    }
  }

  private final class LocalUser implements ILocalUserObserver {
    @Override
    public void onStreamMessage(
        AgoraLocalUser agoraLocalUser, String userId, int streamId, byte[] data) {
      events.add("message " + userId + " " + new String(data, StandardCharsets.UTF_8));
    }

    @Override
    public void onAudioMetaDataReceived(
        AgoraLocalUser agoraLocalUser, String userId, byte[] metaData) {
      events.add("metadata " + userId + " " + new String(metaData, StandardCharsets.UTF_8));
    }

    @Override
    public void onAudioVolumeIndication(
        AgoraLocalUser agoraLocalUser, AudioVolumeInfo[] speakers, int totalVolume) {
      for (AudioVolumeInfo speaker : speakers) {
        events.add(
            "volume "
                + speaker.getUserId()
                + " "
                + (speaker.getVolume() > 0 ? "sound" : "silence"));
      }
    }

    @Override
    public void onActiveSpeaker(AgoraLocalUser agoraLocalUser, String userId) {
      events.add("speaker " + userId);
    }

    @Override
    public void onUserAudioTrackStateChanged(
        AgoraLocalUser agoraLocalUser,
        String userId,
        AgoraRemoteAudioTrack agoraRemoteAudioTrack,
        int state,
        int reason,
        int elapsed) {
      events.add("track " + userId + " " + state + " " + reason);
    }
  }

  private final class Frames implements IAudioFrameObserver {
    @Override
    public int onPlaybackAudioFrameBeforeMixing(
        AgoraLocalUser agoraLocalUser,
        String channelId,
        String userId,
        AudioFrame frame,
        VadProcessResult vadResult) {
      byte[] pcm = Utils.getBytes(frame.getBuffer());
      heard.computeIfAbsent(userId, uid -> new ByteArrayOutputStream()).writeBytes(pcm);
      if (frame.getPresentationMs() != 0) {
        presentationTimes.add(frame.getPresentationMs());
      }
      if (vadResult != null) {
        vadResults.add(vadResult);
      }
      return 1;
    }
  }
}
