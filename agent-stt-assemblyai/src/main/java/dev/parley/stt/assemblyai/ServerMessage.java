package dev.parley.stt.assemblyai;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server says, checked for what we need of it. Times are milliseconds of the session's own
 * clock, which counts the audio it was sent.
 */
sealed interface ServerMessage {
  /** The session is ready: only now were key and parameters accepted. */
  record Begin(String id, long expiresAtSeconds, @Nullable String model) implements ServerMessage {}

  /** Speech was confirmed; comes before its first {@link Turn}, from some models only. */
  record SpeechStarted(long timestampMillis) implements ServerMessage {}

  /** A turn as understood so far, or at its end. */
  record Turn(
      int order,
      boolean endOfTurn,
      boolean formatted,
      String transcript,
      String utterance,
      double endOfTurnConfidence,
      List<SpokenWord> words,
      @Nullable String language,
      double languageConfidence,
      @Nullable String speaker)
      implements ServerMessage {
    /** Tells order and size, never the words. */
    @Override
    public String toString() {
      return "Turn[" + order + ", " + words.size() + " words, end=" + endOfTurn + "]";
    }
  }

  /** A word of a turn. */
  record SpokenWord(String text, long startMillis, long endMillis, double confidence) {
    @Override
    public String toString() {
      return "SpokenWord[" + startMillis + " to " + endMillis + " ms]";
    }
  }

  /** Later and better knowledge of who spoke; text and times stay. */
  record SpeakerRevision(List<RevisedTurn> turns) implements ServerMessage {}

  /** One turn of a revision. */
  record RevisedTurn(int order, @Nullable String speaker) {}

  /** A sign of life, and how much audio arrived in how much time. */
  record Heartbeat(long audioReceivedMillis, long durationMillis) implements ServerMessage {}

  /** A notice that changes nothing. */
  record Warning(long code, String text) implements ServerMessage {}

  /** The session is over; the same code may come again when the socket is closed. */
  record Failure(@Nullable Integer code, String text) implements ServerMessage {}

  /** The answer to {@code Terminate}: everything was sent. */
  record Termination(@Nullable Double audioSeconds, @Nullable Double sessionSeconds)
      implements ServerMessage {}

  /** A type that we do not know. */
  record Unknown(String type) implements ServerMessage {}

  /** Something that is no message. */
  record Malformed(int length, String problem) implements ServerMessage {}
}
