package dev.parley.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** One sound that somebody makes, and what a scripted recogniser understands of it. Immutable. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Sound {
  private final Duration at;
  private final String who;
  private final String says;
  private final Duration lasts;
  private final List<TimedText> interims;
  private final List<TimedText> finals;
  private final @Nullable Duration endOfTurn;

  private Sound(Builder builder) {
    this.at = builder.at;
    this.who = builder.who;
    this.says = builder.says;
    this.lasts = builder.lasts;
    this.interims = List.copyOf(builder.interims);
    this.finals = builder.finalTexts();
    this.endOfTurn = builder.endOfTurn;
  }

  /** Returns a builder of a sound that begins at this time, counted from the agent's joining. */
  public static Builder at(Duration at) {
    return new Builder(at);
  }

  /** When it begins, counted from the agent's joining. */
  public Duration at() {
    return at;
  }

  /** When it ends, counted from the agent's joining. */
  public Duration end() {
    return at.plus(lasts);
  }

  /** The id of the participant who makes it. */
  public String who() {
    return who;
  }

  /** What is said; empty for a noise. */
  public String says() {
    return says;
  }

  /** How long it lasts. */
  public Duration lasts() {
    return lasts;
  }

  /** Texts that may still change, {@code after} the start of the sound. */
  public List<TimedText> interims() {
    return interims;
  }

  /** Final texts, {@code after} the end of the sound. */
  public List<TimedText> finals() {
    return finals;
  }

  /**
   * From the final to the recogniser's end-of-turn event; null: none comes. Of several finals the
   * first that holds words counts, of none with words the last.
   */
  public @Nullable Duration endOfTurn() {
    return endOfTurn;
  }

  /** Tells who and when, never the words. */
  @Override
  public String toString() {
    return "Sound[" + who + " " + at + " to " + end() + "]";
  }

  /** Builds sounds. Not thread-safe. */
  public static final class Builder {
    private final Duration at;
    private final List<TimedText> interims = new ArrayList<>();
    private final List<TimedText> finals = new ArrayList<>();
    private String who = "user";
    private String says = "";
    private Duration lasts = Duration.ofSeconds(1);
    private @Nullable Duration finalAfter = Duration.ofMillis(200);
    private @Nullable Duration endOfTurn = Duration.ZERO;

    private Builder(Duration at) {
      if (at.isNegative()) {
        throw new IllegalArgumentException(
            "at is " + at + ", must not be negative; 0 is when the agent has joined");
      }
      this.at = at;
    }

    /** Sets who makes it; default {@code user}. */
    public Builder who(String who) {
      this.who = Objects.requireNonNull(who, "who");
      return this;
    }

    /** Sets what is said; default nothing: a noise, which a recogniser does not hear. */
    public Builder says(String says) {
      this.says = Objects.requireNonNull(says, "says");
      return this;
    }

    /** Sets how long it lasts; default 1 s. */
    public Builder lasts(Duration lasts) {
      if (lasts.isNegative() || lasts.isZero()) {
        throw new IllegalArgumentException("lasts is " + lasts + ", must be more than 0");
      }
      this.lasts = lasts;
      return this;
    }

    /** Adds a text that may still change, {@code after} the start of the sound; default none. */
    public Builder interim(Duration after, String text) {
      interims.add(new TimedText(after, text));
      return this;
    }

    /**
     * Sets when, after the end of the sound, the final comes whose text is what was said; null:
     * none comes. Default 200 ms.
     */
    public Builder finalAfter(@Nullable Duration after) {
      this.finalAfter = after;
      return this;
    }

    /**
     * Adds a final with a text of its own, {@code after} the end of the sound, instead of {@link
     * #finalAfter}.
     */
    public Builder finalText(Duration after, String text) {
      finals.add(new TimedText(after, text));
      return this;
    }

    /**
     * Sets the time from the final to the recogniser's end-of-turn event; null: none comes. Default
     * zero.
     */
    public Builder endOfTurn(@Nullable Duration endOfTurn) {
      this.endOfTurn = endOfTurn;
      return this;
    }

    private List<TimedText> finalTexts() {
      if (!finals.isEmpty()) {
        return List.copyOf(finals);
      }
      return finalAfter == null || says.isBlank()
          ? List.of()
          : List.of(new TimedText(finalAfter, says));
    }

    /** Builds the sound. */
    public Sound build() {
      return new Sound(this);
    }
  }
}
