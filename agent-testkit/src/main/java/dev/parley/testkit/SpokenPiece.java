package dev.parley.testkit;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.spi.Word;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A piece of text as a scripted voice speaks it: every character takes the same time. */
final class SpokenPiece {
  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final AudioFormat FORMAT = FakeTransport.FORMAT;

  private final String text;
  private final Duration length;

  SpokenPiece(String text, Duration length) {
    this.text = Spaces.collapse(text);
    this.length = length;
  }

  Duration length() {
    return length;
  }

  /** The words and when they sound, {@code start} being when the piece begins in its stream. */
  List<Word> words(Duration start) {
    var words = new ArrayList<Word>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(
          Word.of(word.group(), start.plus(timeOf(word.start())), start.plus(timeOf(word.end()))));
    }
    return words;
  }

  private Duration timeOf(int character) {
    return Duration.ofNanos(length.toNanos() * character / text.length());
  }

  /** The first {@code part} of the sound. */
  AudioFrame audio(Duration part) {
    var pcm = new byte[(int) FORMAT.samplesIn(part) * FORMAT.bytesPerSample()];
    for (Word word : words(Duration.ZERO)) {
      int to = (int) Math.min(pcm.length / 2, FORMAT.samplesIn(word.end()));
      for (int i = (int) FORMAT.samplesIn(word.start()); i < to; i++) {
        pcm[2 * i] = (byte) ScriptedTts.LOUDNESS;
        pcm[2 * i + 1] = (byte) (ScriptedTts.LOUDNESS >> 8);
      }
    }
    return AudioFrame.wrap(FORMAT, pcm);
  }
}
