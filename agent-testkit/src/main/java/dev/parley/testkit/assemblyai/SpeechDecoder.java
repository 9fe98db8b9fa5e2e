package dev.parley.testkit.assemblyai;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Understands {@link CodedSpeech}, however it is cut into messages. Letters that are more than half
 * lost are lost. Not thread-safe.
 */
final class SpeechDecoder {
  private final int letterSamples;
  private final Consumer<CodedWord> words;
  private final StringBuilder word = new StringBuilder();
  private long heard;
  private long wordStart;
  private long soundEnd;
  private int level;
  private int run;

  SpeechDecoder(int sampleRateHz, Consumer<CodedWord> words) {
    this.letterSamples = CodedSpeech.letterSamples(sampleRateHz);
    this.words = words;
  }

  /** Hears one sample. */
  void hear(int sample) {
    int next = Math.abs(sample) < CodedSpeech.LEVEL_OF_FIRST / 2 ? 0 : sample;
    if (next != level) {
      endRun();
      level = next;
      run = 0;
    }
    run++;
    heard++;
    if (level == 0 && run == letterSamples) {
      endWord();
    }
  }

  private void endRun() {
    int letters = Math.round((float) run / letterSamples);
    if (level == 0 || letters == 0) {
      return;
    }
    if (word.isEmpty()) {
      wordStart = heard - run;
    }
    int index = Math.round((float) (level - CodedSpeech.LEVEL_OF_FIRST) / CodedSpeech.LEVEL_STEP);
    int letter = Math.max(CodedSpeech.FIRST, Math.min(CodedSpeech.LAST, CodedSpeech.FIRST + index));
    word.append(String.valueOf((char) letter).repeat(letters));
    soundEnd = heard;
  }

  /** Ends the word that is being heard, if there is one. */
  void endWord() {
    if (level != 0) {
      endRun();
      level = 0;
      run = 0;
    }
    if (!word.isEmpty()) {
      var heardWord = new CodedWord(word.toString(), wordStart, soundEnd);
      word.setLength(0);
      words.accept(heardWord);
    }
  }

  /** How many samples were heard. */
  long heard() {
    return heard;
  }

  /** How long it has been silent, in samples; null before the first sound or within a word. */
  @Nullable Long silence() {
    return soundEnd == 0 || level != 0 || !word.isEmpty() ? null : heard - soundEnd;
  }
}
