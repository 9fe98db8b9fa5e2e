package dev.parley.testkit;

import dev.parley.ToolCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What a {@link ScriptedBrain} answers to one thing that it hears. Immutable. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class BrainLine {
  private final String hears;
  private final String says;
  private final Duration firstToken;
  private final Duration lasts;
  private final List<ToolCall> calls;
  private final @Nullable Failure fails;
  private final int failures;

  private BrainLine(Builder builder) {
    this.hears = Spaces.collapse(builder.hears);
    this.says = builder.says;
    this.firstToken = builder.firstToken;
    this.lasts = builder.lasts.compareTo(firstToken) < 0 ? firstToken : builder.lasts;
    this.calls = List.copyOf(builder.calls);
    this.fails = builder.fails;
    this.failures = builder.failures;
  }

  /** Returns a builder of the answer to this text: of the user, of a tool, or of an instruction. */
  public static Builder hears(String text) {
    return new Builder(text);
  }

  /** What it answers, with single blanks. */
  public String hears() {
    return hears;
  }

  /** The text of the answer. */
  public String says() {
    return says;
  }

  /** From the request to the first token. */
  public Duration firstToken() {
    return firstToken;
  }

  /** From the request to the last token, the calls and the end. */
  public Duration lasts() {
    return lasts;
  }

  /** Which tools it calls. */
  public List<ToolCall> calls() {
    return calls;
  }

  /** How it fails; null: it does not. */
  public @Nullable Failure fails() {
    return fails;
  }

  /** How often it fails before it answers; {@link Integer#MAX_VALUE}: every time. */
  public int failures() {
    return failures;
  }

  /** Tells sizes, never the words. */
  @Override
  public String toString() {
    return "BrainLine[hears "
        + hears.length()
        + " characters, says "
        + says.length()
        + ", calls "
        + calls
        + "]";
  }

  /** Builds lines. Not thread-safe. */
  public static final class Builder {
    private final String hears;
    private final List<ToolCall> calls = new ArrayList<>();
    private String says = "";
    private Duration firstToken = Duration.ofMillis(100);
    private Duration lasts = Duration.ofMillis(300);
    private @Nullable Failure fails;
    private int failures = Integer.MAX_VALUE;

    private Builder(String hears) {
      this.hears = Objects.requireNonNull(hears, "hears");
    }

    /** Sets the text of the answer; default none. */
    public Builder says(String says) {
      this.says = Objects.requireNonNull(says, "says");
      return this;
    }

    /** Sets the time from the request to the first token; default 100 ms. */
    public Builder firstToken(Duration firstToken) {
      this.firstToken = Objects.requireNonNull(firstToken, "firstToken");
      return this;
    }

    /**
     * Sets the time from the request to the end; default 300 ms, and not before the first token.
     */
    public Builder lasts(Duration lasts) {
      this.lasts = Objects.requireNonNull(lasts, "lasts");
      return this;
    }

    /** Adds the call of a tool; default none. */
    public Builder calls(String id, String tool, Map<String, @Nullable Object> arguments) {
      calls.add(new ToolCall(id, tool, arguments, Json.write(arguments)));
      return this;
    }

    /** Makes it fail every time it is asked; null, the default: never. */
    public Builder fails(@Nullable Failure fails) {
      return fails(fails, Integer.MAX_VALUE);
    }

    /** Makes it fail so many times and answer then. */
    public Builder fails(@Nullable Failure fails, int times) {
      this.fails = fails;
      this.failures = times;
      return this;
    }

    /** Builds the line. */
    public BrainLine build() {
      return new BrainLine(this);
    }
  }
}
