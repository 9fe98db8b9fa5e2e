import io.agora.rtc.AgoraLocalUser;
import io.agora.rtc.AgoraRtcConn;
import io.agora.rtc.AgoraService;
import io.agora.rtc.AgoraServiceConfig;
import io.agora.rtc.AudioFrame;
import io.agora.rtc.Constants;
import io.agora.rtc.IAudioFrameObserver;
import io.agora.rtc.IRtcConnObserver;
import io.agora.rtc.RtcConnConfig;
import io.agora.rtc.RtcConnInfo;
import io.agora.rtc.RtcConnPublishConfig;
import io.agora.rtc.SendExternalAudioParameters;
import io.agora.rtc.VadProcessResult;
import io.agora.rtc.utils.Utils;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** One connection sends PCM, another receives it and sends it back, as an echo. */
public class SendAndReceivePcm {
  private static final int SAMPLE_RATE = 16000;
  private static final int CHANNELS = 1;

  private final CountDownLatch connected = new CountDownLatch(2);
  private final CountDownLatch received = new CountDownLatch(50);
  private final CountDownLatch echoed = new CountDownLatch(50);
  private final CountDownLatch left = new CountDownLatch(1);
  private final ExecutorService echo = Executors.newSingleThreadExecutor();

  public static void main(String[] args) throws Exception {
    new SendAndReceivePcm().run();
  }

  private void run() throws Exception {
    AgoraService service = new AgoraService();
    AgoraServiceConfig config = new AgoraServiceConfig();
    config.setAppId("demo");
    config.setEnableAudioDevice(0);
    config.setEnableAudioProcessor(1);
    config.setEnableVideo(1);
    config.setUseStringUid(0);
    config.setAudioScenario(Constants.AUDIO_SCENARIO_AI_SERVER);
    config.setLogFilePath("agora.log");
    config.setLogFileSize(5 * 1024);
    config.setLogFilters(Constants.LOG_FILTER_DEBUG);
    check(service.initialize(config) == 0, "initialize");
    System.setProperty("agora.version", AgoraService.getSdkVersion());

    AgoraRtcConn sender = connection(service);
    AgoraRtcConn receiver = connection(service);
    check(sender.registerObserver(observer()) == 0, "observer");
    check(receiver.registerObserver(observer()) == 0, "observer");
    listen(receiver, true);
    listen(sender, false);
    check(sender.connect("", "echo", "100") == 0, "connect");
    check(receiver.connect(null, "echo", "200") == 0, "connect");
    sender.publishAudio();
    receiver.publishAudio();
    check(connected.await(30, TimeUnit.SECONDS), "connected");

    byte[] half = new byte[SAMPLE_RATE * CHANNELS];
    java.util.Arrays.fill(half, (byte) 3);
    check(sender.pushAudioPcmData(half, SAMPLE_RATE, CHANNELS, 0L) == 0, "push");
    check(!sender.isPushToRtcCompleted(), "completed too early");
    check(received.await(30, TimeUnit.SECONDS), "received");
    check(echoed.await(30, TimeUnit.SECONDS), "echoed");
    // Nobody tells when everything has been played; it can only be asked.
    for (int i = 0; i < 3000 && !sender.isPushToRtcCompleted(); i++) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    check(sender.isPushToRtcCompleted(), "completed");

    echo.shutdown();
    check(echo.awaitTermination(30, TimeUnit.SECONDS), "echo");
    check(sender.disconnect() == 0, "disconnect");
    check(left.await(30, TimeUnit.SECONDS), "user left");
    sender.destroy();
    check(receiver.disconnect() == 0, "disconnect");
    receiver.destroy();
    service.destroy();
  }

  private static AgoraRtcConn connection(AgoraService service) {
    RtcConnConfig config = new RtcConnConfig();
    config.setClientRoleType(Constants.CLIENT_ROLE_BROADCASTER);
    config.setAutoSubscribeAudio(0);
    config.setAutoSubscribeVideo(0);
    config.setChannelProfile(Constants.CHANNEL_PROFILE_LIVE_BROADCASTING);
    RtcConnPublishConfig publish = new RtcConnPublishConfig();
    publish.setIsPublishAudio(true);
    publish.setIsPublishVideo(false);
    publish.setAudioPublishType(Constants.AudioPublishType.PCM);
    publish.setVideoPublishType(Constants.VideoPublishType.NO_PUBLISH);
    publish.setAudioProfile(Constants.AUDIO_PROFILE_DEFAULT);
    publish.setAudioScenario(Constants.AUDIO_SCENARIO_AI_SERVER);
    SendExternalAudioParameters parameters = new SendExternalAudioParameters();
    parameters.setEnabled(false);
    parameters.setSendMs(500);
    parameters.setSendSpeed(2);
    publish.setSendExternalAudioParameters(parameters);
    AgoraRtcConn connection = service.agoraRtcConnCreate(config, publish);
    check(connection != null, "create");
    return connection;
  }

  private IRtcConnObserver observer() {
    return new IRtcConnObserver() {
      @Override
      public void onConnected(AgoraRtcConn agoraRtcConn, RtcConnInfo connInfo, int reason) {
        if (connInfo.getChannelId().equals("echo") && reason == 1) {
          connected.countDown();
        }
      }

      @Override
      public void onUserLeft(AgoraRtcConn agoraRtcConn, String userId, int reason) {
        if (userId.equals("100")) {
          left.countDown();
        }
      }

      @Override
      public int onAIQoSCapabilityMissing(AgoraRtcConn agoraRtcConn, int defaultFallbackSenario) {
        return defaultFallbackSenario;
      }
    };
  }

  private void listen(final AgoraRtcConn connection, final boolean echoes) {
    connection.getLocalUser().subscribeAllAudio();
    int code = connection.getLocalUser()
        .setPlaybackAudioFrameBeforeMixingParameters(CHANNELS, SAMPLE_RATE);
    check(code == 0, "format");
    connection.registerAudioFrameObserver(new IAudioFrameObserver() {
      @Override
      public int onPlaybackAudioFrameBeforeMixing(AgoraLocalUser agoraLocalUser, String channelId,
          String userId, AudioFrame frame, VadProcessResult vadResult) {
        if (frame == null) {
          return 0;
        }
        final byte[] data = Utils.getBytes(frame.getBuffer());
        final long presentationMs = frame.getPresentationMs();
        if (data == null) {
          return 0;
        }
        if (!echoes) {
          echoed.countDown();
          return 1;
        }
        received.countDown();
        echo.execute(new Runnable() {
          @Override
          public void run() {
            connection.pushAudioPcmData(data, SAMPLE_RATE, CHANNELS, presentationMs);
          }
        });
        return 1;
      }
    }, false, null);
  }

  private static void check(boolean condition, String what) {
    if (!condition) {
      throw new IllegalStateException(what);
    }
  }
}
