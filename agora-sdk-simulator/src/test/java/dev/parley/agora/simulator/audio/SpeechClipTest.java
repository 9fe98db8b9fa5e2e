package dev.parley.agora.simulator.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.TargetDataLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeechClipTest {
  @TempDir Path folder;

  @Test
  void aClipGoesThroughAWavFile() {
    SpeechClip clip = SpeechClip.tone(440, Duration.ofMillis(500));
    Path file = folder.resolve("tone.wav");
    clip.writeWav(file);
    SpeechClip read = SpeechClip.ofWav(file);
    assertThat(read.pcm()).isEqualTo(clip.pcm());
    assertThat(read.format()).isEqualTo(PcmFormat.SPEECH);
    assertThat(read.duration()).isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void whatIsNoWavIsRefused() throws Exception {
    Path text = Files.writeString(folder.resolve("no.wav"), "hello, this is text and no sound");
    assertThatThrownBy(() -> SpeechClip.ofWav(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("RIFF/WAVE");
    assertThatThrownBy(() -> SpeechClip.ofWav(folder.resolve("missing.wav")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("missing.wav");
    assertThatThrownBy(() -> SpeechClip.ofPcm(new byte[3], 16_000, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 bytes");
    assertThatThrownBy(() -> SpeechClip.ofPcm(new byte[4], 4_000, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("4000");
  }

  @Test
  void clipsFollowOneAnother() {
    SpeechClip both =
        SpeechClip.tone(440, Duration.ofMillis(100))
            .then(SpeechClip.silence(Duration.ofMillis(50)));
    assertThat(both.duration()).isEqualTo(Duration.ofMillis(150));
    assertThat(both.toString()).contains("150 ms");
    SpeechClip other = SpeechClip.ofPcm(new byte[4], 48_000, 1);
    assertThatThrownBy(() -> both.then(other)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aMicrophoneGivesWhatItHasAndNeverEnds() {
    AudioFormat format = new AudioFormat(16_000, 16, 1, true, false);
    int[] available = {0};
    AudioSource source = AudioSource.ofLine(line(format, available));
    byte[] frame = new byte[320];
    assertThat(source.format()).isEqualTo(PcmFormat.SPEECH);
    assertThat(source.read(frame)).isZero();
    available[0] = 400;
    assertThat(source.read(frame)).isEqualTo(320);
    assertThat(frame).containsOnly(7);
    AudioFormat bigEndian = new AudioFormat(16_000, 16, 1, true, true);
    assertThatThrownBy(() -> AudioSource.ofLine(line(bigEndian, available)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static TargetDataLine line(AudioFormat format, int[] available) {
    return (TargetDataLine)
        Proxy.newProxyInstance(
            SpeechClipTest.class.getClassLoader(),
            new Class<?>[] {TargetDataLine.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getFormat" -> format;
                  case "available" -> available[0];
                  case "read" -> {
                    Arrays.fill((byte[]) arguments[0], (byte) 7);
                    yield arguments[2];
                  }
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  @Test
  void aRecordingKeepsSoundAndCountsSilence() {
    Recording recording = new Recording(PcmFormat.SPEECH);
    byte[] sound = SpeechClip.tone(440, Duration.ofMillis(10)).pcm();
    recording.add(Duration.ofMillis(100), sound, false);
    recording.add(Duration.ofMillis(110), new byte[320], false);
    recording.add(Duration.ofMillis(120), sound, false);
    recording.add(Duration.ofMillis(130), new byte[320], true);
    assertThat(recording.frames()).isEqualTo(4);
    assertThat(recording.lostFrames()).isEqualTo(1);
    assertThat(recording.framesNotKept()).isZero();
    assertThat(recording.sound()).isEqualTo(Duration.ofMillis(20));
    assertThat(recording.soundSince(Duration.ofMillis(110))).isEqualTo(Duration.ofMillis(10));
    assertThat(recording.firstSoundAt()).contains(Duration.ofMillis(100));
    assertThat(recording.lastSoundEndedAt()).contains(Duration.ofMillis(130));
    assertThat(recording.clip().duration()).isEqualTo(Duration.ofMillis(30));
    assertThat(recording.soundOnly().duration()).isEqualTo(Duration.ofMillis(20));
    assertThat(new Recording(recording.format()).clip().duration()).isZero();
    assertThat(new Recording(PcmFormat.SPEECH).lastSoundEndedAt()).isEmpty();
  }
}
