import io.agora.rtc.AgoraAudioVadConfigV2;
import io.agora.rtc.AgoraLocalAudioTrack;
import io.agora.rtc.AgoraLocalUser;
import io.agora.rtc.AgoraLocalVideoTrack;
import io.agora.rtc.AgoraParameter;
import io.agora.rtc.AgoraRemoteAudioTrack;
import io.agora.rtc.AgoraRemoteVideoTrack;
import io.agora.rtc.AgoraRtcConn;
import io.agora.rtc.AgoraService;
import io.agora.rtc.AgoraServiceConfig;
import io.agora.rtc.AgoraVideoEncodedFrameObserver;
import io.agora.rtc.AgoraVideoFrameObserver2;
import io.agora.rtc.AudioFrame;
import io.agora.rtc.AudioSubscriptionOptions;
import io.agora.rtc.AudioVolumeInfo;
import io.agora.rtc.Constants;
import io.agora.rtc.DownlinkNetworkInfo;
import io.agora.rtc.EncodedAudioFrameInfo;
import io.agora.rtc.EncodedAudioFrameReceiverInfo;
import io.agora.rtc.EncodedVideoFrameInfo;
import io.agora.rtc.EncryptionConfig;
import io.agora.rtc.ExternalVideoFrame;
import io.agora.rtc.IAudioEncodedFrameObserver;
import io.agora.rtc.IAudioFrameObserver;
import io.agora.rtc.ILocalUserObserver;
import io.agora.rtc.INetworkObserver;
import io.agora.rtc.IRtcConnObserver;
import io.agora.rtc.IVideoEncodedFrameObserver;
import io.agora.rtc.IVideoFrameObserver2;
import io.agora.rtc.LocalAudioStats;
import io.agora.rtc.LocalVideoTrackStats;
import io.agora.rtc.Out;
import io.agora.rtc.RemoteAudioTrackStats;
import io.agora.rtc.RemoteVideoStreamInfo;
import io.agora.rtc.RemoteVideoTrackStats;
import io.agora.rtc.RtcConnConfig;
import io.agora.rtc.RtcConnInfo;
import io.agora.rtc.RtcConnPublishConfig;
import io.agora.rtc.RtcStats;
import io.agora.rtc.SimulcastStreamConfig;
import io.agora.rtc.UplinkNetworkInfo;
import io.agora.rtc.VadProcessResult;
import io.agora.rtc.VideoDimensions;
import io.agora.rtc.VideoEncoderConfig;
import io.agora.rtc.VideoFrame;
import io.agora.rtc.VideoSubscriptionOptions;
import io.agora.rtc.VideoTrackInfo;
import java.nio.ByteBuffer;

/** Touches the rest of the interface: every observer, parameters, encryption, and video. */
public class EveryObserver {
  public static void main(String[] args) {
    AgoraServiceConfig config = new AgoraServiceConfig();
    config.setAppId("demo");
    AgoraService service = new AgoraService();
    int code = service.initialize(config);
    AgoraParameter global = service.getAgoraParameter();
    code |= global.setParameters("{\"che.audio.custom_payload_type\":8}");
    RtcConnConfig connConfig = new RtcConnConfig();
    AudioSubscriptionOptions options = new AudioSubscriptionOptions();
    options.setBytesPerSample(4);
    options.setNumberOfChannels(1);
    options.setSampleRateHz(16000);
    connConfig.setAudioSubsOptions(options);
    connConfig.setAudioRecvEncodedFrame(1);
    RtcConnPublishConfig publish = new RtcConnPublishConfig();
    publish.getSenderOptions().setCcMode(Constants.TCC_ENABLED);
    publish.getSenderOptions().setCodecType(Constants.VIDEO_CODEC_H264);
    publish.getSenderOptions().setTargetBitrate(6500);
    publish.setVideoPublishType(Constants.VideoPublishType.ENCODED_IMAGE);
    AgoraRtcConn connection = service.agoraRtcConnCreate(connConfig, publish);

    AgoraParameter own = connection.getAgoraParameter();
    Out<Boolean> proxy = new Out<Boolean>();
    code |= own.setBool("rtc.enable_proxy", true);
    code |= own.getBool("rtc.enable_proxy", proxy);
    EncryptionConfig encryption = new EncryptionConfig();
    encryption.setEncryptionMode(1);
    encryption.setEncryptionKey("key");
    code |= connection.enableEncryption(1, encryption);
    code |= connection.registerObserver(new Connections());
    code |= connection.registerNetworkObserver(new Networks());
    connection.registerLocalUserObserver(new LocalUsers());
    connection.registerAudioFrameObserver(new Frames(), true, new AgoraAudioVadConfigV2());
    connection.registerAudioEncodedFrameObserver(new Encoded());
    video(connection);
    EncodedAudioFrameInfo info = new EncodedAudioFrameInfo();
    info.setCodec(1);
    info.setNumberOfChannels(1);
    info.setSampleRateHz(48000);
    info.setSamplesPerChannel(960);
    if (connection.pushAudioEncodedData(new byte[10], info) == 0) {
      throw new IllegalStateException("encoded audio in a PCM connection");
    }
    code |= connection.getLocalUser().setPlaybackAudioFrameParameters(1, 16000, 0, 160);
    connection.getLocalUser().unsubscribeAllAudio();
    code |= connection.connect("", "all", "0");
    code |= connection.disconnect();
    connection.destroy();
    service.destroy();
    if (code != 0 || !proxy.get()) {
      throw new IllegalStateException("code " + code);
    }
  }

  private static void video(AgoraRtcConn connection) {
    connection.setVideoEncoderConfig(encoder());
    SimulcastStreamConfig low = new SimulcastStreamConfig();
    low.setDimensions(new VideoDimensions(320, 180));
    connection.enableSimulcastStream(1, low);
    connection.registerVideoFrameObserver(new AgoraVideoFrameObserver2(new IVideoFrameObserver2() {
      @Override
      public void onFrame(AgoraVideoFrameObserver2 agoraVideoFrameObserver2, String channelId,
          String remoteUserId, VideoFrame frame) {
        frame.getYBuffer();
      }
    }));
    connection.registerVideoEncodedFrameObserver(
        new AgoraVideoEncodedFrameObserver(new IVideoEncodedFrameObserver() {
          @Override
          public int onEncodedVideoFrame(AgoraVideoEncodedFrameObserver observer, int userId,
              ByteBuffer buffer, EncodedVideoFrameInfo info) {
            return info.getFrameType()
                == Constants.VideoFrameType.VIDEO_FRAME_TYPE_KEY_FRAME.getValue() ? 1 : 0;
          }
        }));
    VideoSubscriptionOptions options = new VideoSubscriptionOptions();
    options.setEncodedFrameOnly(1);
    options.setType(Constants.VIDEO_STREAM_HIGH);
    connection.getLocalUser().subscribeAllVideo(options);
    int refused = connection.publishVideo();
    refused += connection.pushVideoFrame(new ExternalVideoFrame());
    refused += connection.pushVideoEncodedData(new byte[1], new EncodedVideoFrameInfo());
    if (refused >= 0) {
      throw new IllegalStateException("video is not simulated");
    }
  }

  private static VideoEncoderConfig encoder() {
    VideoEncoderConfig encoder = new VideoEncoderConfig();
    encoder.setCodecType(Constants.VIDEO_CODEC_H264);
    encoder.setDimensions(new VideoDimensions(640, 360));
    encoder.setFrameRate(15);
    return encoder;
  }

  private static class Connections implements IRtcConnObserver {
    @Override
    public void onConnected(AgoraRtcConn agoraRtcConn, RtcConnInfo connInfo, int reason) {}

    @Override
    public void onDisconnected(AgoraRtcConn agoraRtcConn, RtcConnInfo connInfo, int reason) {}

    @Override
    public void onConnecting(AgoraRtcConn agoraRtcConn, RtcConnInfo connInfo, int reason) {}

    @Override
    public void onReconnecting(AgoraRtcConn agoraRtcConn, RtcConnInfo connInfo, int reason) {}

    @Override
    public void onReconnected(AgoraRtcConn agoraRtcConn, RtcConnInfo connInfo, int reason) {}

    @Override
    public void onConnectionLost(AgoraRtcConn agoraRtcConn, RtcConnInfo connInfo) {}

    @Override
    public void onConnectionFailure(AgoraRtcConn agoraRtcConn, RtcConnInfo connInfo, int reason) {}

    @Override
    public void onTransportStats(AgoraRtcConn agoraRtcConn, RtcStats stats) {}

    @Override
    public void onError(AgoraRtcConn agoraRtcConn, int error, String msg) {}
  }

  private static class Networks implements INetworkObserver {
    @Override
    public void onUplinkNetworkInfoUpdated(AgoraRtcConn agoraRtcConn, UplinkNetworkInfo info) {}

    @Override
    public void onDownlinkNetworkInfoUpdated(AgoraRtcConn agoraRtcConn, DownlinkNetworkInfo info) {}
  }

  private static class LocalUsers implements ILocalUserObserver {
    @Override
    public void onAudioVolumeIndication(AgoraLocalUser agoraLocalUser, AudioVolumeInfo[] speakers,
        int totalVolume) {}

    @Override
    public void onAudioTrackPublishSuccess(AgoraLocalUser agoraLocalUser,
        AgoraLocalAudioTrack agoraLocalAudioTrack) {}

    @Override
    public void onLocalAudioTrackStatistics(AgoraLocalUser agoraLocalUser, LocalAudioStats stats) {}

    @Override
    public void onRemoteAudioTrackStatistics(AgoraLocalUser agoraLocalUser,
        AgoraRemoteAudioTrack agoraRemoteAudioTrack, RemoteAudioTrackStats stats) {}

    @Override
    public void onUserVideoTrackStateChanged(AgoraLocalUser agoraLocalUser, String userId,
        AgoraRemoteVideoTrack agoraRemoteVideoTrack, int state, int reason, int elapsed) {}

    @Override
    public void onUserVideoTrackSubscribed(AgoraLocalUser agoraLocalUser, String userId,
        VideoTrackInfo info, AgoraRemoteVideoTrack agoraRemoteVideoTrack) {}

    public void onLocalVideoTrackStatistics(AgoraLocalUser agoraLocalUser,
        AgoraLocalVideoTrack agoraLocalVideoTrack, LocalVideoTrackStats stats) {}

    public void onRemoteVideoTrackStatistics(AgoraLocalUser agoraLocalUser,
        AgoraRemoteVideoTrack agoraRemoteVideoTrack, RemoteVideoTrackStats stats) {}

    public void onRemoteVideoStreamInfoUpdated(AgoraLocalUser agoraLocalUser,
        RemoteVideoStreamInfo info) {}
  }

  private static class Frames implements IAudioFrameObserver {
    @Override
    public int onRecordAudioFrame(AgoraLocalUser agoraLocalUser, String channelId,
        AudioFrame frame) {
      return 1;
    }

    @Override
    public int onPlaybackAudioFrame(AgoraLocalUser agoraLocalUser, String channelId,
        AudioFrame frame) {
      return 1;
    }

    @Override
    public int onMixedAudioFrame(AgoraLocalUser agoraLocalUser, String channelId,
        AudioFrame frame) {
      return 1;
    }

    @Override
    public int onEarMonitoringAudioFrame(AgoraLocalUser agoraLocalUser, AudioFrame frame) {
      return 1;
    }

    @Override
    public int onPlaybackAudioFrameBeforeMixing(AgoraLocalUser agoraLocalUser, String channelId,
        String userId, AudioFrame frame, VadProcessResult vadResult) {
      return 1;
    }

    @Override
    public int getObservedAudioFramePosition() {
      return 15;
    }
  }

  private static class Encoded implements IAudioEncodedFrameObserver {
    @Override
    public int onEncodedAudioFrameReceived(String remoteUserId, ByteBuffer buffer,
        EncodedAudioFrameReceiverInfo info) {
      return info.getSendTs() > 0 ? 1 : 0;
    }
  }
}
