package dev.parley.testkit.assemblyai;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apiguardian.api.API;

/**
 * Speech for machines: sound that the {@linkplain ScriptedAssemblyAi scripted server} understands
 * word for word, so that tests notice when a hundredth of a second is lost or comes twice.
 *
 * <p>Each letter is 20 ms of one level, far above silence; words are 80 ms apart. Letters are those
 * of ASCII; case is not told.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class CodedSpeech {
  static final int LEVEL_OF_FIRST = 1_024;
  static final int LEVEL_STEP = 256;
  static final char FIRST = '!';
  static final char LAST = '~';

  private static final int LETTERS_A_SECOND = 50;
  private static final int GAP_LETTERS = 4;
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private CodedSpeech() {}

  /** Returns the sound of these words, with 80 ms of silence after each. */
  public static AudioFrame of(AudioFormat format, String words) {
    var pcm = new ByteArrayOutputStream();
    BLANKS
        .splitAsStream(words.toLowerCase(Locale.ROOT).strip())
        .forEach(word -> write(pcm, format, word));
    return AudioFrame.wrap(format, pcm.toByteArray());
  }

  private static void write(ByteArrayOutputStream pcm, AudioFormat format, String word) {
    word.chars().forEach(letter -> write(pcm, format, level(letter), 1));
    write(pcm, format, 0, GAP_LETTERS);
  }

  private static int level(int letter) {
    if (letter < FIRST || letter > LAST) {
      throw new IllegalArgumentException(
          "the letter " + letter + " is not of ASCII; use ! to ~ and blanks");
    }
    return LEVEL_OF_FIRST + LEVEL_STEP * (letter - FIRST);
  }

  private static void write(ByteArrayOutputStream pcm, AudioFormat format, int level, int letters) {
    int samples = letterSamples(format.sampleRateHz()) * letters * format.channels();
    IntStream.range(0, samples)
        .forEach(
            each -> {
              pcm.write(level);
              pcm.write(level >> 8);
            });
  }

  static int letterSamples(int sampleRateHz) {
    return sampleRateHz / LETTERS_A_SECOND;
  }
}
