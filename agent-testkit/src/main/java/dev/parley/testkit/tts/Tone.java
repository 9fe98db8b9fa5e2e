package dev.parley.testkit.tts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The voice of the vendors here: a tone, 10 ms for each character, cut into odd chunks. */
final class Tone {
  private static final int MILLIS_A_CHARACTER = 10;

  /** Odd, so that samples are cut in two. */
  private static final int CHUNK = 4_095;

  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final double HERTZ = 220;
  private static final double LOUDNESS = 8_000;

  private Tone() {}

  /** Whether the vendor finds anything to say. */
  static boolean isSpeakable(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  static int millis(String text) {
    return text.length() * MILLIS_A_CHARACTER;
  }

  /** The audio of a text, in chunks. */
  static List<byte[]> chunks(String text, int rate) {
    byte[] pcm = pcm(text, rate);
    var chunks = new ArrayList<byte[]>();
    for (int at = 0; at < pcm.length; at += CHUNK) {
      chunks.add(Arrays.copyOfRange(pcm, at, Math.min(pcm.length, at + CHUNK)));
    }
    return chunks;
  }

  private static byte[] pcm(String text, int rate) {
    int samples = isSpeakable(text) ? millis(text) * rate / 1_000 : 0;
    var pcm = new ByteArrayOutputStream(samples * 2);
    for (int i = 0; i < samples; i++) {
      int sample = (int) (LOUDNESS * Math.cos(2 * Math.PI * HERTZ * i / rate));
      pcm.write(sample);
      pcm.write(sample >> 8);
    }
    return pcm.toByteArray();
  }

  static String base64(byte[] chunk) {
    return Base64.getEncoder().encodeToString(chunk);
  }

  /** A word and when it sounds, in milliseconds. */
  record Spoken(String word, int start, int end) {}

  static List<Spoken> words(String text) {
    var words = new ArrayList<Spoken>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(
          new Spoken(
              matcher.group(),
              matcher.start() * MILLIS_A_CHARACTER,
              matcher.end() * MILLIS_A_CHARACTER));
    }
    return words;
  }

  /** The times of the characters, as ElevenLabs' sockets tell them. */
  static ObjectNode alignment(String text) {
    ObjectNode alignment = JsonText.object();
    ArrayNode characters = alignment.putArray("chars");
    ArrayNode starts = alignment.putArray("charStartTimesMs");
    ArrayNode durations = alignment.putArray("charDurationsMs");
    for (int i = 0; i < text.length(); i++) {
      characters.add(text.substring(i, i + 1));
      starts.add(i * MILLIS_A_CHARACTER);
      durations.add(MILLIS_A_CHARACTER);
    }
    return alignment;
  }
}
