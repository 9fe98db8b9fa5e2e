package dev.parley.stt.assemblyai;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MuLawTest {
  /** Values of ITU-T G.711, table 2a/2b, scaled to 16 bits. */
  @ParameterizedTest
  @CsvSource({
    "0, 255",
    "32767, 128",
    "-32768, 0",
    "-1, 127",
    "132, 239",
    "-132, 111",
    "1000, 206",
    "-1000, 78",
    "8031, 160",
    "8059, 160",
    "8060, 159"
  })
  void samplesAreCodedAsTheStandardSays(short sample, int code) {
    assertThat(MuLaw.encode(sample) & 0xff).isEqualTo(code);
  }

  @Test
  void whatIsDecodedIsCloseToWhatWasCoded() {
    for (int sample = -32_000; sample <= 32_000; sample += 7) {
      int decoded = decode(MuLaw.encode((short) sample));
      assertThat(Math.abs(decoded - sample)).isLessThanOrEqualTo(4 + Math.abs(sample) / 16);
    }
  }

  private static int decode(byte code) {
    int bits = ~code & 0xff;
    int magnitude = ((((bits & 0x0f) << 3) + 132) << ((bits >> 4) & 7)) - 132;
    return (bits & 0x80) == 0 ? magnitude : -magnitude;
  }
}
