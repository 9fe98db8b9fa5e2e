package dev.parley.local.tts;

import java.util.List;

/** Takes what a voice speaks. */
public interface Sink {
  /** Whether nobody listens any more; the voice stops within a few milliseconds. */
  boolean isCancelled();

  /** The words of the audio that follows. */
  void words(List<SpokenWord> words);

  /** The next samples, 16 bit, little-endian; the array is the sink's to keep. */
  void audio(byte[] pcm);

  /**
   * A word and its place in the audio.
   *
   * @param text as it stands in the text, with its punctuation
   * @param startSample counted from the start of the piece
   * @param endSample counted from the start of the piece
   */
  record SpokenWord(String text, long startSample, long endSample) {}
}
