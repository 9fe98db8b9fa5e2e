package dev.parley.testkit;

import dev.parley.spi.VadListener;
import dev.parley.spi.VadRequest;
import dev.parley.spi.VadStream;
import dev.parley.spi.VoiceActivityDetector;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apiguardian.api.API;

/**
 * Hears the sounds of a {@link Talk} as they come from a {@link FakeRoom}: voice from the start of
 * a sound to its end to the nanosecond, speech from {@code startsAfter} its start to {@code
 * endsAfter} its end.
 *
 * <p>Sounds that follow each other within {@code endsAfter} are one stretch of speech. Thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ScriptedVad extends VoiceActivityDetector implements StreamSource {
  private final Talk talk;
  private final Duration startsAfter;
  private final Duration endsAfter;
  private final OpenStreams streams = new OpenStreams();

  private ScriptedVad(Builder builder) {
    this.talk = builder.talk;
    this.startsAfter = builder.startsAfter;
    this.endsAfter = builder.endsAfter;
  }

  /** Returns a builder of a detector that hears this talk. */
  public static Builder builder(Talk talk) {
    return new Builder(talk);
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public VadStream open(VadRequest request, VadListener listener) {
    return new ScriptedVadStream(
        this, request, listener, streams.open("voice activity of " + request.participant().id()));
  }

  @Override
  public List<String> unfinishedStreams() {
    return streams.names();
  }

  Talk talk() {
    return talk;
  }

  Duration startsAfter() {
    return startsAfter;
  }

  Duration endsAfter() {
    return endsAfter;
  }

  /** Builds detectors. Not thread-safe. */
  public static final class Builder {
    private final Talk talk;
    private Duration startsAfter = Duration.ofMillis(50);
    private Duration endsAfter = Duration.ofMillis(500);

    private Builder(Talk talk) {
      this.talk = Objects.requireNonNull(talk, "talk");
    }

    /** Sets the time from the start of a sound to "speech started"; default 50 ms. */
    public Builder startsAfter(Duration startsAfter) {
      this.startsAfter = Objects.requireNonNull(startsAfter, "startsAfter");
      return this;
    }

    /** Sets the time from the end of a sound to "speech ended"; default 500 ms. */
    public Builder endsAfter(Duration endsAfter) {
      this.endsAfter = Objects.requireNonNull(endsAfter, "endsAfter");
      return this;
    }

    /** Builds the detector. */
    public ScriptedVad build() {
      return new ScriptedVad(this);
    }
  }
}
