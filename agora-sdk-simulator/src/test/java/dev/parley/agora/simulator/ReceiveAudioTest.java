package dev.parley.agora.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agora.simulator.audio.SpeechClip;
import io.agora.rtc.AgoraLocalUser;
import io.agora.rtc.AudioFrame;
import io.agora.rtc.IAudioFrameObserver;
import io.agora.rtc.VadProcessResult;
import io.agora.rtc.utils.Utils;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReceiveAudioTest {
  private static final Duration SOON = Duration.ofMillis(100);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final SimulatedAgora agora = SimulatedAgora.openManual();
  private final SimulatedPerson alice = agora.channel("room").join("1");

  @AfterEach
  void closeAgora() {
    agora.close();
  }

  @Test
  void whatAPersonSaysArrivesByteForByte() {
    SpeechClip clip = SpeechClip.tone(440, SECOND);
    try (Bot bot = Bot.create().listen()) {
      bot.connect("room", "9999");
      agora.advance(SOON);
      int before = bot.heard("1").length;
      alice.say(clip);
      agora.advance(SECOND);
      byte[] heard = bot.heard("1");
      assertThat(Arrays.copyOfRange(heard, before, heard.length)).isEqualTo(clip.pcm());
    }
  }

  @Test
  void aFrameComesEveryTenMillisecondsEvenInSilence() {
    try (Bot bot = Bot.create().listen()) {
      bot.connect("room", "9999");
      agora.advance(SOON);
      int before = bot.heard("1").length;
      agora.advance(SECOND);
      assertThat(bot.heard("1")).hasSize(before + 100 * 320).containsOnly(0);
    }
  }

  @Test
  void theBufferIsDirectAndTurnsToGarbageAfterTheCallback() {
    List<AudioFrame> kept = new ArrayList<>();
    List<byte[]> copies = new ArrayList<>();
    alice.say(SpeechClip.tone(440, SECOND));
    try (Bot bot = Bot.create().listen()) {
      bot.conn.registerAudioFrameObserver(
          new IAudioFrameObserver() {
            @Override
            public int onPlaybackAudioFrameBeforeMixing(
                AgoraLocalUser user,
                String channel,
                String uid,
                AudioFrame frame,
                VadProcessResult vad) {
              kept.add(frame);
              copies.add(Utils.getBytes(frame.getBuffer()));
              assertThat(vad).isNull();
              return 1;
            }
          },
          false,
          null);
      bot.connect("room", "9999");
      agora.advance(SOON);
    }
    AudioFrame frame = kept.get(0);
    ByteBuffer buffer = frame.getBuffer();
    assertThat(buffer.isDirect()).isTrue();
    assertThat(frame.getSamplesPerChannel()).isEqualTo(160);
    assertThat(frame.getSamplesPerSec()).isEqualTo(16_000);
    assertThat(frame.getChannels()).isEqualTo(1);
    assertThat(frame.getBytesPerSample()).isEqualTo(2);
    assertThat(copies.get(0)).hasSize(320);
    assertThat(Utils.getBytes(buffer)).hasSize(320).containsOnly(0x55);
    assertThat(Utils.getBytes(null)).isNull();
  }

  @Test
  void nothingComesWithoutSubscription() {
    try (Bot bot = Bot.create().listen()) {
      bot.conn.getLocalUser().unsubscribeAllAudio();
      bot.connect("room", "9999");
      agora.advance(SECOND);
      assertThat(bot.heard("1")).isEmpty();
      bot.conn.getLocalUser().subscribeAudio("1");
      agora.advance(SECOND);
      assertThat(bot.heard("1")).isNotEmpty();
    }
  }

  @Test
  void oneUserCanBeLeftOut() {
    agora.channel("room").join("2");
    try (Bot bot = Bot.create().listen()) {
      bot.conn.getLocalUser().unsubscribeAudio("1");
      bot.connect("room", "9999");
      agora.advance(SECOND);
      assertThat(bot.heard("1")).isEmpty();
      assertThat(bot.heard("2")).isNotEmpty();
    }
  }

  @Test
  void swappedFormatArgumentsAreRefusedAndSilenceEverything() {
    try (Bot bot = Bot.create()) {
      bot.conn.getLocalUser().subscribeAllAudio();
      assertThat(bot.conn.getLocalUser().setPlaybackAudioFrameBeforeMixingParameters(16_000, 1))
          .isNegative();
      bot.connect("room", "9999");
      agora.advance(SECOND);
      assertThat(bot.heard("1")).isEmpty();
    }
  }

  @Test
  void anObservedPositionWithoutBeforeMixingSilencesIt() {
    List<String> called = new ArrayList<>();
    try (Bot bot = Bot.create().listen()) {
      bot.conn.getLocalUser().setPlaybackAudioFrameParameters(1, 16_000, 0, 160);
      bot.conn.registerAudioFrameObserver(
          new IAudioFrameObserver() {
            @Override
            public int onPlaybackAudioFrameBeforeMixing(
                AgoraLocalUser user,
                String channel,
                String uid,
                AudioFrame frame,
                VadProcessResult vad) {
              called.add("before mixing");
              return 1;
            }

            @Override
            public int onPlaybackAudioFrame(
                AgoraLocalUser user, String channelId, AudioFrame frame) {
              called.add("mix");
              return 1;
            }

            @Override
            public int getObservedAudioFramePosition() {
              return 1;
            }
          },
          false,
          null);
      bot.connect("room", "9999");
      agora.advance(SECOND);
    }
    assertThat(called).contains("mix").doesNotContain("before mixing");
  }

  @Test
  void theMixHoldsEveryoneInPiecesOfTheSizeAskedFor() {
    List<byte[]> mixes = new ArrayList<>();
    SimulatedPerson bob = agora.channel("room").join("2");
    try (Bot bot = Bot.create().listen()) {
      bot.conn.getLocalUser().setPlaybackAudioFrameParameters(1, 16_000, 0, 320);
      bot.conn.registerAudioFrameObserver(
          new IAudioFrameObserver() {
            @Override
            public int onPlaybackAudioFrame(
                AgoraLocalUser user, String channelId, AudioFrame frame) {
              mixes.add(Utils.getBytes(frame.getBuffer()));
              return 1;
            }
          },
          false,
          null);
      byte[] pcm = new byte[6_400];
      Arrays.fill(pcm, (byte) 1);
      bot.connect("room", "9999");
      agora.advance(SOON);
      alice.say(SpeechClip.ofPcm(pcm, 16_000, 1));
      bob.say(SpeechClip.ofPcm(pcm, 16_000, 1));
      agora.advance(SECOND);
    }
    assertThat(mixes).allMatch(mix -> mix.length == 640);
    assertThat(mixes).anyMatch(mix -> mix[100] == 2 && mix[101] == 2);
  }

  @Test
  void muteAndUnmuteShowAsTrackStates() {
    try (Bot bot = Bot.create().listen()) {
      bot.connect("room", "9999");
      agora.advance(SOON);
      alice.mute();
      agora.advance(SOON);
      int muted = bot.heard("1").length;
      agora.advance(SECOND);
      assertThat(bot.heard("1")).hasSize(muted);
      alice.unmute();
      agora.advance(SOON);
      assertThat(bot.events)
          .containsSubsequence("track 1 1 0", "track 1 2 0", "track 1 0 5", "track 1 2 6");
      assertThat(bot.heard("1")).hasSizeGreaterThan(muted);
    }
  }

  @Test
  void otherFormatsAreConverted() {
    SpeechClip tone = SpeechClip.tone(440, SECOND);
    byte[] stereo = new byte[2 * tone.pcm().length];
    for (int i = 0; i < tone.pcm().length / 2; i++) {
      System.arraycopy(tone.pcm(), 2 * i, stereo, 4 * i, 2);
      System.arraycopy(tone.pcm(), 2 * i, stereo, 4 * i + 2, 2);
    }
    try (Bot bot = Bot.create().listen()) {
      bot.conn.getLocalUser().setPlaybackAudioFrameBeforeMixingParameters(2, 48_000);
      bot.connect("room", "9999");
      agora.advance(SOON);
      int before = bot.heard("1").length;
      alice.say(SpeechClip.ofPcm(stereo, 16_000, 2));
      agora.advance(SECOND);
      assertThat(bot.heard("1")).hasSize(before + 48_000 * 4);
    }
  }

  @Test
  void twentyPeopleAreHeardApart() {
    List<SimulatedPerson> people = new ArrayList<>();
    for (int i = 10; i < 30; i++) {
      people.add(agora.channel("room").person(String.valueOf(i)).deaf().join());
    }
    try (Bot bot = Bot.create().listen()) {
      bot.connect("room", "9999");
      agora.advance(SOON);
      int before = bot.heard("10").length;
      for (int i = 0; i < people.size(); i++) {
        people.get(i).say(SpeechClip.tone(200 + 50 * i, SECOND));
      }
      agora.advance(SECOND);
      for (int i = 0; i < people.size(); i++) {
        byte[] heard = bot.heard(people.get(i).uid());
        assertThat(Arrays.copyOfRange(heard, before, heard.length))
            .isEqualTo(SpeechClip.tone(200 + 50 * i, SECOND).pcm());
      }
    }
  }
}
