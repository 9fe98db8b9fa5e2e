package dev.parley.tts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.AgentException;
import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SampleStreamTest {
  private static final AudioFormat FORMAT = AudioFormat.mono(16_000);

  private static byte[] noise(int samples) {
    var bytes = new byte[samples * 2];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  private static byte[] join(List<AudioFrame> frames) {
    var bytes = new ByteArrayOutputStream();
    frames.forEach(each -> bytes.writeBytes(each.toByteArray()));
    return bytes.toByteArray();
  }

  private static byte[] through(SampleStream stream, byte[] bytes, int... cuts) {
    var heard = new ByteArrayOutputStream();
    int from = 0;
    for (int cut : cuts) {
      heard.writeBytes(join(stream.add(ByteBuffer.wrap(bytes, from, cut - from).slice())));
      from = cut;
    }
    heard.writeBytes(join(stream.add(ByteBuffer.wrap(bytes, from, bytes.length - from).slice())));
    heard.writeBytes(join(stream.finish()));
    return heard.toByteArray();
  }

  @Test
  void audioCutAtAnyByteIsBitEqual() {
    byte[] audio = noise(200);
    for (int cut = 0; cut <= audio.length; cut++) {
      assertThat(through(new SampleStream(FORMAT), audio, cut))
          .as("cut at %s", cut)
          .isEqualTo(audio);
    }
  }

  @Test
  void audioCutAtEveryOddByteIsBitEqual() {
    byte[] audio = noise(500);
    int[] odd = java.util.stream.IntStream.range(0, 500).map(i -> 2 * i + 1).toArray();
    assertThat(through(new SampleStream(FORMAT), audio, odd)).isEqualTo(audio);
  }

  @Test
  void audioInSingleBytesIsBitEqual() {
    byte[] audio = noise(100);
    int[] all = java.util.stream.IntStream.range(1, 200).toArray();
    assertThat(through(new SampleStream(FORMAT), audio, all)).isEqualTo(audio);
  }

  @Test
  void aHalfSampleAtTheEndOfAPartDoesNotShiftTheNext() {
    var stream = new SampleStream(FORMAT);
    byte[] first = noise(10);
    assertThat(join(stream.add(ByteBuffer.wrap(Arrays.copyOf(first, 21))))).isEqualTo(first);
    stream.endPart();
    assertThat(join(stream.add(ByteBuffer.wrap(first)))).isEqualTo(first);
    assertThat(stream.droppedBytes()).isEqualTo(1);
  }

  @Test
  void silenceInFrontIsLeftOutButForALead() {
    var stream = new SampleStream(FORMAT);
    byte[] speech = noise(160);
    var bytes = new byte[3_200 * 2 + speech.length];
    System.arraycopy(speech, 0, bytes, 6_400, speech.length);
    byte[] heard = through(stream, bytes, 1_001, 4_003);
    assertThat(stream.trimmed()).isEqualTo(Duration.ofMillis(180));
    assertThat(heard).hasSize(320 * 2 + speech.length);
    assertThat(Arrays.copyOfRange(heard, 640, heard.length)).isEqualTo(speech);
    assertThat(stream.received()).isEqualTo(Duration.ofMillis(210));
  }

  @Test
  void aSecondOfSilenceIsMeant() {
    var stream = new SampleStream(FORMAT);
    byte[] heard = through(stream, new byte[32_000 * 2], 10_000, 33_000);
    assertThat(stream.trimmed()).isGreaterThanOrEqualTo(Duration.ofMillis(900));
    assertThat(heard.length).isGreaterThan(20_000);
  }

  @Test
  void silenceAloneIsGivenInTheEnd() {
    assertThat(through(new SampleStream(FORMAT), new byte[640])).hasSize(640);
  }

  private static byte[] wav(int rate, int channels, int bits, byte[] pcm) {
    ByteBuffer wav = ByteBuffer.allocate(44 + pcm.length).order(ByteOrder.LITTLE_ENDIAN);
    wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(-1);
    wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    wav.putShort((short) 1).putShort((short) channels).putInt(rate).putInt(rate * channels * 2);
    wav.putShort((short) (channels * 2)).putShort((short) bits);
    wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(-1).put(pcm);
    return wav.array();
  }

  @Test
  void aWavHeaderIsReadWhereverItIsCut() {
    byte[] audio = noise(100);
    byte[] wav = wav(16_000, 1, 16, audio);
    for (int cut = 0; cut <= 60; cut++) {
      assertThat(through(new SampleStream(FORMAT), wav, cut)).as("cut at %s", cut).isEqualTo(audio);
    }
  }

  @Test
  void aWavOfAnotherRateIsResampledWithoutLoss() {
    byte[] heard = through(new SampleStream(FORMAT), wav(8_000, 1, 16, noise(800)), 333);
    assertThat(heard).hasSize(1_600 * 2);
  }

  @Test
  void aWavOfTwoChannelsBecomesOne() {
    byte[] heard = through(new SampleStream(FORMAT), wav(16_000, 2, 16, noise(800)), 7);
    assertThat(heard).hasSize(400 * 2);
  }

  @Test
  void aWavThatIsNoPcmIsRefused() {
    assertThatThrownBy(() -> through(new SampleStream(FORMAT), wav(16_000, 1, 8, noise(10))))
        .isInstanceOf(AgentException.class)
        .hasMessageContaining("8 bits");
  }

  @Test
  void aWavWhoseFormatIsCutShortIsRefused() {
    byte[] wav = wav(16_000, 1, 16, noise(0));
    wav[16] = 4; // the size of the format, of which 16 bytes are needed
    assertThatThrownBy(() -> through(new SampleStream(FORMAT), Arrays.copyOf(wav, 24)))
        .isInstanceOf(AgentException.class)
        .hasMessageContaining("WAV header");
  }

  @Test
  void pcmThatBeginsLikeAHeaderIsNotHeldBackForEver() {
    byte[] audio = noise(100);
    System.arraycopy("RIFx".getBytes(StandardCharsets.US_ASCII), 0, audio, 0, 4);
    assertThat(through(new SampleStream(FORMAT), audio, 1, 2, 3)).isEqualTo(audio);
    assertThat(through(new SampleStream(FORMAT), Arrays.copyOf(audio, 2))).hasSize(2);
  }
}
