package dev.parley.stt.assemblyai;

import dev.parley.spi.Transcript;
import dev.parley.spi.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes transcripts of the server's turns. Used in the stream's context only. */
final class Transcripts {
  /** Below it a language is a guess: single syllables come back as Turkish. */
  private static final double SURE_OF_LANGUAGE = 0.5;

  private final Timeline timeline;

  Transcripts(Timeline timeline) {
    this.timeline = timeline;
  }

  /**
   * The text of a turn. Interims of the streaming models hold words before they hold a transcript;
   * and when an utterance is complete, its last word is among the words first.
   */
  static String text(ServerMessage.Turn turn) {
    boolean completed = !turn.endOfTurn() && !turn.utterance().isBlank();
    boolean byWords = turn.transcript().isBlank() || completed;
    return byWords && !turn.words().isEmpty() ? joined(turn) : turn.transcript().strip();
  }

  private static String joined(ServerMessage.Turn turn) {
    return turn.words().stream()
        .map(word -> word.text().strip())
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /** Returns the transcript of a turn, in stream time. */
  Transcript of(TrackedTurn tracked, ServerMessage.Turn turn) {
    var words = new ArrayList<>(tracked.carried);
    turn.words().forEach(word -> words.add(word(word)));
    var builder =
        Transcript.builder(withCarried(tracked.carried, text(turn)))
            .words(words)
            .utterance(tracked.utterance)
            .confidence(words.stream().mapToDouble(Word::confidence).average().orElse(1))
            .language(turn.languageConfidence() < SURE_OF_LANGUAGE ? null : turn.language())
            .speaker(speaker(turn.speaker()));
    if (!words.isEmpty()) {
      builder.span(words.get(0).start(), words.get(words.size() - 1).end());
    }
    return builder.build();
  }

  private static String withCarried(List<Word> carried, String text) {
    String before = carried.stream().map(Word::text).collect(Collectors.joining(" "));
    return before.isEmpty() ? text : before + " " + text;
  }

  private Word word(ServerMessage.SpokenWord word) {
    return new Word(
        word.text(),
        timeline.at(word.startMillis()),
        timeline.at(word.endMillis()),
        word.confidence());
  }

  /** A label, or null for the two names of no label. */
  static @Nullable String speaker(@Nullable String label) {
    return "PENDING".equals(label) || "UNKNOWN".equals(label) ? null : label;
  }

  /** Returns the transcript with another speaker. */
  static Transcript relabelled(Transcript transcript, @Nullable String speaker) {
    return Transcript.builder(transcript.text())
        .words(transcript.words())
        .span(transcript.start().orElse(null), transcript.end().orElse(null))
        .confidence(transcript.confidence())
        .language(transcript.language().orElse(null))
        .speaker(speaker(speaker))
        .utterance(transcript.utterance())
        .build();
  }
}
