package dev.parley.internal.voice;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.internal.audio.PcmBlocks;
import dev.parley.spi.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One text on its way through voice and playout: a step of a reply, a greeting, a filler.
 *
 * <p>Lives on the session loop. Audio is in the room's format; times are nanoseconds of its audio.
 */
public final class Speech {
  private static final long NANOS = 1_000_000_000L;

  private final AudioFormat format;
  private final SpeechAudio audio;
  private final SpeechTimeline timeline = new SpeechTimeline();
  private boolean complete;
  private boolean cut;
  private boolean begun;
  private boolean unfinished;
  private long lastSent;
  private long played;

  /** Creates a speech without text, for a room that takes this format. */
  public Speech(AudioFormat format) {
    this(format, new PcmBlocks(format));
  }

  /** Creates a speech whose audio is kept in these blocks, for a room that takes this format. */
  Speech(AudioFormat format, PcmBlocks memory) {
    this.format = format;
    this.audio = new SpeechAudio(format, memory);
  }

  /** The text that was handed to the voice so far. */
  public String text() {
    return timeline.text();
  }

  /** What was heard of it, to the word. */
  public String heard() {
    return text().substring(0, timeline.heardCharacters(played, receivedNanos())).strip();
  }

  /**
   * How much of its audio was heard, in nanoseconds; a passage that was played twice counts once.
   */
  public long playedNanos() {
    return played;
  }

  /** Whether all audio that will ever be has come. */
  public boolean isComplete() {
    return complete;
  }

  /** Whether it was stopped before its end. */
  public boolean isCut() {
    return cut;
  }

  /** Whether there is nothing left to play, now or later. */
  public boolean isOver() {
    return cut || (complete && audio.isDrained());
  }

  /** Whether there is audio to play now. */
  public boolean hasAudio() {
    return !cut && !audio.isDrained();
  }

  /** Whether only what was heard counts: it was stopped, or its voice failed. */
  public boolean isPartial() {
    return cut || unfinished;
  }

  /** Says that its voice failed before its end. */
  public void markUnfinished() {
    unfinished = true;
  }

  /** Adds audio that was prepared elsewhere, in the room's format. */
  public void addPrepared(AudioFrame frame) {
    audio.add(frame);
  }

  /** Says that the prepared audio is complete, and what it says. */
  public void completePrepared(String text) {
    timeline.addPiece(text);
    timeline.pieceDelivered(0, 0, receivedNanos());
    complete = true;
  }

  /** Stops it where it is. */
  public void cut() {
    cut = true;
    audio.release();
  }

  /** Says that all of it has been heard: the conversation keeps the words, not the audio. */
  public void release() {
    audio.release();
  }

  /** How many samples of it are in memory. */
  public long keptSamples() {
    return audio.kept();
  }

  /** Whether its first frame has gone into the room. */
  public boolean hasBegun() {
    return begun;
  }

  /** Says that a frame has gone into the room. */
  public void markSent(long now) {
    begun = true;
    lastSent = now;
  }

  /** When the latest frame went into the room. */
  public long lastSent() {
    return lastSent;
  }

  /** Says that no more audio comes. */
  void completeAudio() {
    complete = true;
  }

  void addPiece(String piece) {
    timeline.addPiece(piece);
  }

  int pieceCount() {
    return timeline.pieceCount();
  }

  int pieceStart(int piece) {
    return timeline.pieceStart(piece);
  }

  String pieceText(int piece) {
    return timeline.pieceText(piece);
  }

  /**
   * Divides the piece around a character where another voice goes on; returns the piece that begins
   * there.
   */
  int splitAt(int textPosition) {
    return timeline.splitAt(textPosition, receivedNanos());
  }

  void addAudio(AudioFrame frame) {
    audio.add(frame);
  }

  void addWords(List<Word> words, long offsetNanos, int textStart) {
    for (Word word : words) {
      timeline.addWord(word, offsetNanos, textStart);
    }
  }

  /**
   * Says that all audio of the pieces up to this one has come, from a voice that began at {@code
   * startNanos}.
   */
  void pieceDelivered(int piece, long startNanos) {
    timeline.pieceDelivered(piece, startNanos, receivedNanos());
  }

  /** How much audio has come, in nanoseconds. */
  long receivedNanos() {
    return nanos(audio.received());
  }

  /**
   * Drops the audio of a word that is not there wholly, as far as it was not played yet, so that
   * another voice can say it from its start.
   *
   * @return the first character that is still to be said
   */
  int keepWholeWords() {
    int kept = timeline.heardCharacters(receivedNanos(), receivedNanos());
    audio.truncate(samples(endOfWord(kept)));
    timeline.forgetWordsFrom(kept);
    return kept;
  }

  private long endOfWord(int textEnd) {
    long end = 0;
    for (WordSpan word : timeline.words(receivedNanos())) {
      if (word.textEnd() <= textEnd) {
        end = word.endNanos();
      }
    }
    return end;
  }

  /** Takes the next frame of at most {@code samples}, or null when there is none now. */
  public @Nullable AudioFrame take(int samples) {
    return cut ? null : audio.take(samples);
  }

  /** Where the next frame begins, in nanoseconds. */
  public long positionNanos() {
    return nanos(audio.position());
  }

  /** Says that it has been heard up to here. */
  public void heardUpTo(long nanos) {
    played = Math.max(played, nanos);
  }

  /** When the word that sounds at this position began; in a blank, when the next one begins. */
  public long startOfWordAt(long nanos) {
    long received = receivedNanos();
    for (WordSpan word : timeline.words(received)) {
      if (word.endNanos() > nanos) {
        return word.startNanos();
      }
    }
    return nanos;
  }

  /** When the word that sounds at this position ends; in a blank, now. */
  public long endOfWordAt(long nanos) {
    for (WordSpan word : timeline.words(receivedNanos())) {
      if (word.endNanos() > nanos) {
        return word.startNanos() < nanos ? word.endNanos() : nanos;
      }
    }
    return nanos;
  }

  /** The words that began to sound after one position and up to another. */
  public String wordsBetween(long afterNanos, long untilNanos) {
    int start = Integer.MAX_VALUE;
    int end = 0;
    for (WordSpan word : timeline.words(receivedNanos())) {
      if (word.endNanos() > afterNanos && word.startNanos() < untilNanos) {
        start = Math.min(start, word.textStart());
        end = Math.max(end, word.textEnd());
      }
    }
    return start < end ? text().substring(start, end) + " " : "";
  }

  /** Goes back, or forward, to a position. */
  public void seek(long nanos) {
    audio.seek(samples(nanos));
  }

  private long nanos(long samples) {
    return samples / format.sampleRateHz() * NANOS
        + samples % format.sampleRateHz() * NANOS / format.sampleRateHz();
  }

  private long samples(long nanos) {
    return nanos / NANOS * format.sampleRateHz()
        + (nanos % NANOS * format.sampleRateHz() + NANOS / 2) / NANOS;
  }
}
