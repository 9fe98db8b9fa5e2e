import io.agora.rtc.AgoraAudioVadConfigV2;
import io.agora.rtc.AgoraExternalAudioProcessor;
import io.agora.rtc.AgoraLocalUser;
import io.agora.rtc.AgoraRtcConn;
import io.agora.rtc.AgoraService;
import io.agora.rtc.AgoraServiceConfig;
import io.agora.rtc.AudioFrame;
import io.agora.rtc.AudioVolumeInfo;
import io.agora.rtc.Constants;
import io.agora.rtc.IAudioFrameObserver;
import io.agora.rtc.IExternalAudioProcessorObserver;
import io.agora.rtc.ILocalUserObserver;
import io.agora.rtc.IRtcConnObserver;
import io.agora.rtc.RtcConnConfig;
import io.agora.rtc.RtcConnInfo;
import io.agora.rtc.RtcConnPublishConfig;
import io.agora.rtc.VadProcessResult;
import io.agora.rtc.apm.AgoraApmConfig;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Speech is detected in what a remote user says, and in audio from outside of any channel. */
public class DetectSpeech {
  public static void main(String[] args) throws Exception {
    AgoraServiceConfig config = new AgoraServiceConfig();
    config.setAppId("demo");
    config.setApmMode(Constants.ApmMode.ENABLE);
    AgoraApmConfig apm = new AgoraApmConfig();
    apm.setEnableDump(false);
    config.setApmConfig(apm);
    config.setConfigDir("config");
    config.setDataDir("data");
    AgoraService service = new AgoraService();
    check(service.initialize(config) == 0, "initialize");
    remote(service);
    external(service, apm);
    service.destroy();
  }

  private static void remote(AgoraService service) throws Exception {
    final CountDownLatch spoken = new CountDownLatch(1);
    final CountDownLatch ended = new CountDownLatch(1);
    final CountDownLatch loud = new CountDownLatch(1);
    CountDownLatch connected = new CountDownLatch(2);
    AgoraRtcConn listener = connection(service, connected);
    check(listener.getLocalUser().setAudioVolumeIndicationParameters(50, 3, true) == 0, "volume");
    listener.registerLocalUserObserver(new ILocalUserObserver() {
      @Override
      public void onAudioVolumeIndication(AgoraLocalUser agoraLocalUser,
          AudioVolumeInfo[] speakers, int totalVolume) {
        for (AudioVolumeInfo speaker : speakers) {
          if (speaker.getVolume() > 0 && speaker.getVad() == 1) {
            loud.countDown();
          }
        }
      }
    });
    listener.getLocalUser().subscribeAllAudio();
    listener.getLocalUser().setPlaybackAudioFrameBeforeMixingParameters(1, 16000);
    listener.registerAudioFrameObserver(new IAudioFrameObserver() {
      @Override
      public int onPlaybackAudioFrameBeforeMixing(AgoraLocalUser agoraLocalUser, String channelId,
          String userId, AudioFrame frame, VadProcessResult vadResult) {
        if (vadResult != null && vadResult.getState() == Constants.VadState.START_SPEAKING
            && vadResult.getOutFrame().length > 320) {
          spoken.countDown();
        }
        if (vadResult != null && vadResult.getState() == Constants.VadState.STOP_SPEAKING) {
          ended.countDown();
        }
        return 1;
      }
    }, true, new AgoraAudioVadConfigV2());
    AgoraRtcConn speaker = connection(service, connected);
    listener.connect("", "vad", "1");
    speaker.connect("", "vad", "2");
    speaker.publishAudio();
    check(connected.await(30, TimeUnit.SECONDS), "connected");
    byte[] noise = new byte[2 * 16000];
    new java.util.Random(1).nextBytes(noise);
    check(speaker.pushAudioPcmData(noise, 16000, 1) == 0, "push");
    check(speaker.pushAudioPcmData(new byte[2 * 16000], 16000, 1) == 0, "push");
    check(spoken.await(30, TimeUnit.SECONDS), "start");
    check(loud.await(30, TimeUnit.SECONDS), "volume");
    check(ended.await(30, TimeUnit.SECONDS), "stop");
    for (AgoraRtcConn connection : new AgoraRtcConn[] {speaker, listener}) {
      connection.disconnect();
      connection.destroy();
    }
  }

  private static AgoraRtcConn connection(AgoraService service, final CountDownLatch connected) {
    RtcConnConfig config = new RtcConnConfig();
    config.setClientRoleType(Constants.CLIENT_ROLE_BROADCASTER);
    AgoraRtcConn connection = service.agoraRtcConnCreate(config, new RtcConnPublishConfig());
    connection.registerObserver(new IRtcConnObserver() {
      @Override
      public void onConnected(AgoraRtcConn agoraRtcConn, RtcConnInfo connInfo, int reason) {
        connected.countDown();
      }
    });
    return connection;
  }

  private static void external(AgoraService service, AgoraApmConfig apm) throws Exception {
    final CountDownLatch frames = new CountDownLatch(100);
    AgoraExternalAudioProcessor processor = service.createExternalAudioProcessor();
    check(processor != null, "processor");
    int code = processor.initialize(apm, 16000, 1, new AgoraAudioVadConfigV2(),
        new IExternalAudioProcessorObserver() {
          @Override
          public void onAudioFrame(AgoraExternalAudioProcessor audioProcessor,
              AudioFrame audioFrame, VadProcessResult vadProcessResult) {
            if (vadProcessResult != null && audioFrame.getBuffer() != null) {
              frames.countDown();
            }
          }
        });
    check(code == 0, "initialize processor");
    check(processor.pushAudioPcmData(new byte[2 * 16000], 16000, 1, 1L) == 0, "push");
    check(frames.await(30, TimeUnit.SECONDS), "frames");
    processor.destroy();
  }

  private static void check(boolean condition, String what) {
    if (!condition) {
      throw new IllegalStateException(what);
    }
  }
}
