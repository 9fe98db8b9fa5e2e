package dev.parley.spi;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a recogniser understood of one utterance. Immutable.
 *
 * <p>Times are <em>stream time</em>: the length of the audio that had been offered to the stream
 * when it happened. Reconnects inside a plugin do not show in them.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Transcript {
  private final String text;
  private final List<Word> words;
  private final @Nullable Duration start;
  private final @Nullable Duration end;
  private final double confidence;
  private final @Nullable String language;
  private final @Nullable String speaker;
  private final long utterance;

  private Transcript(Builder builder) {
    this.text = builder.text;
    this.words = builder.words;
    this.start = builder.start;
    this.end = builder.end;
    this.confidence = builder.confidence;
    this.language = builder.language;
    this.speaker = builder.speaker;
    this.utterance = builder.utterance;
  }

  /** Returns a transcript of which only the text is known. */
  public static Transcript of(String text) {
    return builder(text).build();
  }

  /** Returns a builder of a transcript with this text. */
  public static Builder builder(String text) {
    return new Builder(text);
  }

  /** What was understood; may be blank. */
  public String text() {
    return text;
  }

  /** The words with their times; empty where the recogniser has none. */
  public List<Word> words() {
    return words;
  }

  /** When the utterance began, in stream time. */
  public Optional<Duration> start() {
    return Optional.ofNullable(start);
  }

  /** When the utterance ended, in stream time. */
  public Optional<Duration> end() {
    return Optional.ofNullable(end);
  }

  /** 0 to 1; 1 where the recogniser does not say. */
  public double confidence() {
    return confidence;
  }

  /** The BCP 47 tag of the language that was spoken, if the recogniser says. */
  public Optional<String> language() {
    return Optional.ofNullable(language);
  }

  /** The recogniser's label of the speaker within one stream, if it tells speakers apart. */
  public Optional<String> speaker() {
    return Optional.ofNullable(speaker);
  }

  /**
   * A number that all transcripts of one utterance of a stream share; -1 where the recogniser has
   * none.
   */
  public long utterance() {
    return utterance;
  }

  /** Tells the length, never the words. */
  @Override
  public String toString() {
    return "Transcript[" + text.length() + " characters, utterance " + utterance + "]";
  }

  /** Builds transcripts. Not thread-safe. */
  public static final class Builder {
    private final String text;
    private List<Word> words = List.of();
    private @Nullable Duration start;
    private @Nullable Duration end;
    private double confidence = 1;
    private @Nullable String language;
    private @Nullable String speaker;
    private long utterance = -1;

    private Builder(String text) {
      this.text = Objects.requireNonNull(text, "text");
    }

    /** Sets the words; default none. */
    public Builder words(List<Word> words) {
      this.words = List.copyOf(words);
      return this;
    }

    /** Sets the stretch of stream time; default unknown. */
    public Builder span(@Nullable Duration start, @Nullable Duration end) {
      this.start = start;
      this.end = end;
      return this;
    }

    /** Sets the confidence, 0 to 1; default 1. */
    public Builder confidence(double confidence) {
      this.confidence = confidence;
      return this;
    }

    /** Sets the BCP 47 language tag; default unknown. */
    public Builder language(@Nullable String language) {
      this.language = language;
      return this;
    }

    /** Sets the label of the speaker; default unknown. */
    public Builder speaker(@Nullable String speaker) {
      this.speaker = speaker;
      return this;
    }

    /** Sets the number of the utterance; default -1, unknown. */
    public Builder utterance(long utterance) {
      this.utterance = utterance;
      return this;
    }

    /** Builds the transcript. */
    public Transcript build() {
      return new Transcript(this);
    }
  }
}
