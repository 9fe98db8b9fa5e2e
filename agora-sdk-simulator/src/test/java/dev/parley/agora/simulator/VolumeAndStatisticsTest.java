package dev.parley.agora.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agora.simulator.audio.SpeechClip;
import io.agora.rtc.AgoraRtcConn;
import io.agora.rtc.DownlinkNetworkInfo;
import io.agora.rtc.INetworkObserver;
import io.agora.rtc.IRtcConnObserver;
import io.agora.rtc.RtcStats;
import io.agora.rtc.UplinkNetworkInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VolumeAndStatisticsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final SimulatedAgora agora = SimulatedAgora.openManual();
  private final SimulatedPerson alice = agora.channel("room").join("1");

  @AfterEach
  void closeAgora() {
    agora.close();
  }

  @Test
  void volumeIsReportedInTheIntervalAskedFor() {
    try (Bot bot = Bot.create().listen()) {
      assertThat(bot.conn.getLocalUser().setAudioVolumeIndicationParameters(200, 3, true)).isZero();
      assertThat(bot.conn.getLocalUser().setAudioVolumeIndicationParameters(5, 3, true))
          .isNegative();
      bot.connect("room", "9999");
      agora.advance(SECOND);
      assertThat(bot.events).contains("volume 1 silence").doesNotContain("volume 1 sound");
      alice.say(SpeechClip.tone(440, SECOND));
      agora.advance(SECOND);
      assertThat(bot.events.stream().filter(e -> e.equals("volume 1 sound")).count())
          .isBetween(5L, 6L);
      assertThat(bot.events).containsOnlyOnce("speaker 1");
      assertThat(bot.conn.getLocalUser().setAudioVolumeIndicationParameters(0, 3, true)).isZero();
    }
  }

  @Test
  void statisticsComeEveryTwoSeconds() {
    List<RtcStats> stats = new ArrayList<>();
    List<String> networks = new ArrayList<>();
    try (Bot bot = Bot.create().listen()) {
      bot.conn.registerObserver(
          new IRtcConnObserver() {
            @Override
            public void onTransportStats(AgoraRtcConn conn, RtcStats report) {
              stats.add(report);
            }

            @Override
            public void onUserNetworkQuality(AgoraRtcConn conn, String uid, int tx, int rx) {
              networks.add("quality " + tx);
            }
          });
      bot.conn.registerNetworkObserver(
          new INetworkObserver() {
            @Override
            public void onUplinkNetworkInfoUpdated(AgoraRtcConn conn, UplinkNetworkInfo info) {
              networks.add("up");
            }

            @Override
            public void onDownlinkNetworkInfoUpdated(AgoraRtcConn conn, DownlinkNetworkInfo info) {
              networks.add("down");
            }
          });
      bot.connect("room", "9999");
      agora.advance(Duration.ofSeconds(5));
      assertThat(stats).hasSize(2);
      assertThat(stats.get(1).getUserCount()).isEqualTo(2);
      assertThat(stats.get(1).getRxAudioBytes()).isGreaterThan(100_000);
      assertThat(networks).containsExactly("quality 1", "up", "down", "quality 1", "up", "down");
      assertThat(bot.conn.getTransportStats().getDuration()).isEqualTo(4);
    }
  }
}
