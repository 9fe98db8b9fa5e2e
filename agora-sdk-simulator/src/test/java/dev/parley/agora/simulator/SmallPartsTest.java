package dev.parley.agora.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.agora.rtc.AgoraAudioVadConfigV2;
import io.agora.rtc.AgoraLocalUser;
import io.agora.rtc.AgoraParameter;
import io.agora.rtc.AgoraRtcConn;
import io.agora.rtc.AgoraService;
import io.agora.rtc.AgoraServiceConfig;
import io.agora.rtc.AgoraVideoEncodedFrameObserver;
import io.agora.rtc.AgoraVideoFrameObserver2;
import io.agora.rtc.AudioFrame;
import io.agora.rtc.Constants;
import io.agora.rtc.EncodedAudioFrameInfo;
import io.agora.rtc.EncodedVideoFrameInfo;
import io.agora.rtc.EncryptionConfig;
import io.agora.rtc.ExternalVideoFrame;
import io.agora.rtc.IAudioFrameObserver;
import io.agora.rtc.Out;
import io.agora.rtc.RtcConnConfig;
import io.agora.rtc.RtcConnPublishConfig;
import io.agora.rtc.SimulcastStreamConfig;
import io.agora.rtc.VadProcessResult;
import io.agora.rtc.VideoDimensions;
import io.agora.rtc.VideoEncoderConfig;
import io.agora.rtc.VideoSubscriptionOptions;
import io.agora.rtc.apm.AgoraApmConfig;
import io.agora.rtc.utils.VadDumpUtils;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallPartsTest {
  private static final Duration SOON = Duration.ofMillis(100);

  private final SimulatedAgora agora = SimulatedAgora.openManual();

  @AfterEach
  void closeAgora() {
    agora.close();
  }

  @Test
  void parametersAreKept() {
    try (Bot bot = Bot.create()) {
      AgoraParameter parameter = bot.conn.getAgoraParameter();
      Out<Integer> number = new Out<>();
      assertThat(parameter.getInt("key", number)).isNegative();
      assertThat(parameter.setInt("key", 7)).isZero();
      assertThat(parameter.getInt("key", number)).isZero();
      assertThat(number.get()).isEqualTo(7);
      Out<String> text = new Out<>();
      assertThat(parameter.setString("text", "x")).isZero();
      assertThat(parameter.getString("text", text)).isZero();
      assertThat(text.get()).isEqualTo("x");
      Out<Boolean> flag = new Out<>();
      assertThat(parameter.setBool("flag", true)).isZero();
      assertThat(parameter.getBool("flag", flag)).isZero();
      assertThat(flag.get()).isTrue();
      Out<Double> real = new Out<>();
      assertThat(parameter.setNumber("real", 1.5)).isZero();
      assertThat(parameter.getNumber("real", real)).isZero();
      assertThat(real.get()).isEqualTo(1.5);
      Out<Integer> unsigned = new Out<>();
      assertThat(parameter.setUint("unsigned", 3)).isZero();
      assertThat(parameter.getUint("unsigned", unsigned)).isZero();
      assertThat(unsigned.get()).isEqualTo(3);
      assertThat(parameter.setArray("array", "[1]")).isZero();
      assertThat(parameter.setParameters("{\"a\":1}")).isZero();
      assertThat(parameter.setParameters("nonsense")).isNegative();
      parameter.destroy();
      assertThat(bot.service.getAgoraParameter().setInt("", 1)).isNegative();
    }
  }

  @Test
  void theServiceTellsWhatItIs() {
    assertThat(AgoraService.getSdkVersion()).startsWith("4.4.32.202");
    AgoraService service = Bot.newService();
    assertThat(service.setLogFile("agora.log", 1_024)).isZero();
    assertThat(service.setLogFilter(Constants.LOG_FILTER_DEBUG)).isZero();
    service.destroy();
  }

  @Test
  void configurationsHaveTheDefaultsOfTheSdk() {
    AgoraServiceConfig service = new AgoraServiceConfig();
    assertThat(service.getEnableAudioProcessor()).isEqualTo(1);
    assertThat(service.getAudioScenario()).isEqualTo(Constants.AUDIO_SCENARIO_AI_SERVER);
    assertThat(service.getLogFileSize()).isEqualTo(2_048);
    assertThat(service.getApmMode()).isEqualTo(Constants.ApmMode.DISABLE);
    RtcConnConfig config = new RtcConnConfig();
    assertThat(config.getAutoSubscribeAudio()).isEqualTo(1);
    assertThat(config.getClientRoleType()).isEqualTo(Constants.CLIENT_ROLE_AUDIENCE);
    RtcConnPublishConfig publish = new RtcConnPublishConfig();
    assertThat(publish.isPublishAudio()).isTrue();
    assertThat(publish.getAudioPublishType()).isEqualTo(Constants.AudioPublishType.PCM);
    assertThat(publish.getSenderOptions()).isNotNull();
    assertThat(new AgoraApmConfig().toJsonString()).startsWith("{").contains("\"aiNs\"");
    AudioFrame frame =
        new AudioFrame(0, 160, 2, 1, 16_000, ByteBuffer.allocate(0), 5, 0, 0, 0, 0, 0, 0);
    assertThat(frame).hasToString(frame.toString()).asString().contains("16000");
    assertThat(new AgoraAudioVadConfigV2(1, 2, 3, 0.1f, 0.2f, 4, 5, 6, 7).getStopRmsThreshold())
        .isEqualTo(7);
  }

  @Test
  void autoSubscriptionHearsEveryone() {
    agora.channel("room").join("1");
    Bot bot = Bot.create();
    AgoraRtcConn conn = bot.service.agoraRtcConnCreate(new RtcConnConfig(), null);
    List<String> heard = new ArrayList<>();
    conn.getLocalUser().setPlaybackAudioFrameBeforeMixingParameters(1, 16_000);
    conn.registerAudioFrameObserver(
        new IAudioFrameObserver() {
          @Override
          public int onPlaybackAudioFrameBeforeMixing(
              AgoraLocalUser user,
              String channel,
              String uid,
              AudioFrame frame,
              VadProcessResult vad) {
            heard.add(uid);
            return 1;
          }
        },
        false,
        null);
    conn.connect("", "room", "5");
    agora.advance(SOON);
    assertThat(heard).containsOnly("1").isNotEmpty();
    conn.disconnect();
    conn.destroy();
    bot.close();
  }

  @Test
  void encodedAudioReachesWhoAsksForIt() {
    Bot bot = Bot.create();
    RtcConnPublishConfig publish = new RtcConnPublishConfig();
    publish.setAudioPublishType(Constants.AudioPublishType.ENCODED_PCM);
    AgoraRtcConn sender =
        bot.service.agoraRtcConnCreate(Bot.config(Constants.CLIENT_ROLE_BROADCASTER), publish);
    RtcConnConfig config = Bot.config(Constants.CLIENT_ROLE_AUDIENCE);
    config.setAudioRecvEncodedFrame(1);
    AgoraRtcConn receiver = bot.service.agoraRtcConnCreate(config, null);
    List<String> received = new ArrayList<>();
    receiver.registerAudioEncodedFrameObserver(
        (uid, buffer, info) -> {
          received.add(uid + " " + buffer.remaining() + " codec " + info.getCodec());
          return 1;
        });
    receiver.getLocalUser().subscribeAllAudio();
    sender.connect("", "room", "1");
    receiver.connect("", "room", "2");
    sender.publishAudio();
    agora.advance(SOON);
    EncodedAudioFrameInfo info = new EncodedAudioFrameInfo();
    info.setCodec(1);
    assertThat(sender.pushAudioEncodedData(new byte[40], info)).isZero();
    assertThat(sender.pushAudioPcmData(new byte[320], 16_000, 1)).isNegative();
    agora.advance(SOON);
    assertThat(received).containsExactly("1 40 codec 1");
    for (AgoraRtcConn conn : List.of(sender, receiver)) {
      conn.disconnect();
      conn.destroy();
    }
    bot.close();
  }

  @Test
  void differentKeysHearNothing() {
    SimulatedPerson alice = agora.channel("room").join("1");
    EncryptionConfig key = new EncryptionConfig();
    key.setEncryptionMode(7);
    try (Bot bot = Bot.create().listen()) {
      assertThat(bot.conn.enableEncryption(1, key)).isNegative();
      key.setEncryptionKey("key");
      assertThat(bot.conn.enableEncryption(1, key)).isZero();
      bot.connect("room", "9999");
      assertThat(bot.conn.enableEncryption(0, null)).isNegative();
      agora.advance(SOON);
      alice.send(new byte[] {1});
      agora.advance(SOON);
      assertThat(bot.events).containsOnlyOnce("encryption error");
      assertThat(bot.heard("1")).isEmpty();
      assertThat(bot.events).noneMatch(event -> event.startsWith("message"));
    }
  }

  @Test
  void videoIsThereToCompileAndRefused() {
    try (Bot bot = Bot.create()) {
      VideoEncoderConfig encoder = new VideoEncoderConfig();
      encoder.setDimensions(new VideoDimensions(640, 360));
      assertThat(bot.conn.setVideoEncoderConfig(encoder)).isZero();
      assertThat(bot.conn.enableSimulcastStream(1, new SimulcastStreamConfig())).isZero();
      assertThat(bot.conn.publishVideo()).isEqualTo(-4);
      assertThat(bot.conn.pushVideoFrame(new ExternalVideoFrame())).isEqualTo(-4);
      assertThat(bot.conn.pushVideoEncodedData(new byte[1], new EncodedVideoFrameInfo()))
          .isEqualTo(-4);
      assertThat(bot.conn.unpublishVideo()).isZero();
      assertThat(bot.conn.sendIntraRequest("1")).isZero();
      assertThat(
              bot.conn.registerVideoFrameObserver(
                  new AgoraVideoFrameObserver2((observer, channel, uid, frame) -> {})))
          .isZero();
      assertThat(
              bot.conn.registerVideoEncodedFrameObserver(
                  new AgoraVideoEncodedFrameObserver((observer, uid, buffer, info) -> 1)))
          .isZero();
      assertThat(bot.conn.getLocalUser().subscribeAllVideo(new VideoSubscriptionOptions()))
          .isZero();
      assertThat(bot.conn.getLocalUser().unsubscribeAllVideo()).isZero();
    }
  }

  @Test
  void dumpsAreWritten(@TempDir Path folder) throws IOException {
    VadDumpUtils dump = new VadDumpUtils(folder.resolve("dump").toString());
    AudioFrame frame = new AudioFrame();
    frame.setBuffer(ByteBuffer.allocateDirect(320));
    dump.write(frame, new byte[320], Constants.VadState.SPEAKING);
    dump.write(frame, null, Constants.VadState.NOT_SPEAKING);
    dump.release();
    assertThat(Files.size(folder.resolve("dump/source.pcm"))).isEqualTo(640);
  }
}
