package dev.parley.testkit;

import dev.parley.AgentException;
import dev.parley.ErrorKind;
import dev.parley.spi.TextToSpeech;
import dev.parley.spi.TtsCapabilities;
import dev.parley.spi.TtsListener;
import dev.parley.spi.TtsRequest;
import dev.parley.spi.TtsStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Speaks every text at a known speed: the audio of a piece comes at once, {@code firstAudio} after
 * it was handed over, and lasts {@code perCharacter} for each character. Thread-safe.
 *
 * <p>A word is a tone of full loudness, a blank is silence.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ScriptedTts extends TextToSpeech implements StreamSource {
  /** The loudness of its voice, as a sample; {@link HeardFrame#gain} counts from it. */
  static final short LOUDNESS = 10_000;

  private final Builder script;
  private final OpenStreams streams = new OpenStreams();

  private ScriptedTts(Builder builder) {
    this.script = builder.copy();
  }

  /** Returns a builder of a voice with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public String name() {
    return script.name;
  }

  @Override
  public TtsCapabilities capabilities() {
    return new TtsCapabilities(FakeTransport.FORMAT, false, script.wordTimes);
  }

  @Override
  public TtsStream open(TtsRequest request, TtsListener listener) {
    Runnable counted = streams.open("speech of reply " + request.reply());
    boolean fails = streams.opened() <= script.failingStreams;
    return new ScriptedTtsStream(
        this, request.context().clock(), fails ? script.failsAfter : null, listener, counted);
  }

  @Override
  public List<String> unfinishedStreams() {
    return streams.names();
  }

  /** How many streams were opened so far. */
  public int streamsOpened() {
    return streams.opened();
  }

  Duration firstAudio() {
    return script.firstAudio;
  }

  boolean wordTimes() {
    return script.wordTimes;
  }

  Pronunciation newPronunciation() {
    return new Pronunciation(script.perCharacter, script.sounds);
  }

  static AgentException failure() {
    return new AgentException(ErrorKind.SERVER, "the script lets the voice fail; try again");
  }

  /** Builds voices. Not thread-safe. */
  public static final class Builder {
    private String name = "scripted";
    private Duration firstAudio = Duration.ofMillis(200);
    private Duration perCharacter = Duration.ofMillis(60);
    private Map<String, Duration> sounds = Map.of();
    private boolean wordTimes = true;
    private @Nullable Duration failsAfter;
    private int failingStreams;

    private Builder() {}

    private Builder copy() {
      var copy = new Builder();
      copy.name = name;
      copy.firstAudio = firstAudio;
      copy.perCharacter = perCharacter;
      copy.sounds = sounds;
      copy.wordTimes = wordTimes;
      copy.failsAfter = failsAfter;
      copy.failingStreams = failingStreams;
      return copy;
    }

    /** Sets its name; default {@code scripted}. */
    public Builder name(String name) {
      this.name = Objects.requireNonNull(name, "name");
      return this;
    }

    /** Sets the time from a piece's coming to its audio; default 200 ms. */
    public Builder firstAudio(Duration firstAudio) {
      this.firstAudio = Objects.requireNonNull(firstAudio, "firstAudio");
      return this;
    }

    /** Sets how long a character sounds; default 60 ms. */
    public Builder perCharacter(Duration perCharacter) {
      this.perCharacter = Objects.requireNonNull(perCharacter, "perCharacter");
      return this;
    }

    /**
     * Sets how long certain texts sound as a whole; their pieces share it by their characters.
     * Default none.
     */
    public Builder sounds(Map<String, Duration> sounds) {
      this.sounds = Map.copyOf(sounds);
      return this;
    }

    /** Sets whether it tells when words sound; default true. */
    public Builder wordTimes(boolean wordTimes) {
      this.wordTimes = wordTimes;
      return this;
    }

    /**
     * Makes the first {@code streams} streams fail in place of their first audio; {@link
     * Integer#MAX_VALUE}: all. Default none.
     */
    public Builder failsBeforeAudio(int streams) {
      return failsAfter(Duration.ZERO, streams);
    }

    /**
     * Makes the first {@code streams} streams fail when they have given so much audio; {@link
     * Integer#MAX_VALUE}: all. Default none.
     */
    public Builder failsAfter(Duration audio, int streams) {
      this.failsAfter = Objects.requireNonNull(audio, "audio");
      this.failingStreams = streams;
      return this;
    }

    /** Builds the voice. */
    public ScriptedTts build() {
      return new ScriptedTts(this);
    }
  }
}
