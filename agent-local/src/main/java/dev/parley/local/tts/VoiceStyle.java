package dev.parley.local.tts;

import java.util.Objects;

/**
 * How a FreeTTS voice speaks.
 *
 * @param voice {@code kevin16}, 16 kHz, or {@code kevin}, 8 kHz
 * @param wordsPerMinute how fast; the voice's own is 150
 * @param pitchHz how high; the voice's own is 100
 * @param pitchRangeHz how lively; the voice's own is 11
 */
public record VoiceStyle(String voice, float wordsPerMinute, float pitchHz, float pitchRangeHz) {
  /** The way the voice was recorded. */
  public static final VoiceStyle KEVIN = new VoiceStyle("kevin16", 150, 100, 11);

  /** Checks the values. */
  public VoiceStyle {
    Objects.requireNonNull(voice, "voice");
    if (!voice.equals("kevin16") && !voice.equals("kevin")) {
      throw new IllegalArgumentException("the voice is '" + voice + "', must be kevin16 or kevin");
    }
    check("wordsPerMinute", wordsPerMinute, 60, 400);
    check("pitchHz", pitchHz, 40, 400);
    check("pitchRangeHz", pitchRangeHz, 0, 100);
  }

  /** Samples a second of this voice. */
  public int sampleRateHz() {
    return voice.equals("kevin16") ? 16_000 : 8_000;
  }

  private static void check(String name, float value, float least, float most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          name + " is " + value + ", must be " + (int) least + " to " + (int) most);
    }
  }
}
