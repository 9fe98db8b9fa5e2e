package dev.parley.testkit;

import dev.parley.AgentException;
import dev.parley.ErrorKind;
import dev.parley.spi.PluginContext;
import dev.parley.spi.SpeechToText;
import dev.parley.spi.SttCapabilities;
import dev.parley.spi.SttListener;
import dev.parley.spi.SttRequest;
import dev.parley.spi.SttStream;
import dev.parley.spi.Transcript;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apiguardian.api.API;

/**
 * Understands the sounds of a {@link Talk}, at the times that the talk gives, as far as their audio
 * was offered: a final comes only when all of its sound was heard on the same stream.
 *
 * <p>A vendor that goes away ends all open streams with a failure that may be retried. A stream
 * that is opened meanwhile gives nothing until the vendor is back; then come the results whose time
 * has passed. Thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ScriptedStt extends SpeechToText implements StreamSource {
  private final Talk talk;
  private final List<Gap> drops;
  private final SttCapabilities capabilities;
  private final OpenStreams streams = new OpenStreams();
  private final List<Transcript> finals = new CopyOnWriteArrayList<>();
  private final Set<String> interimsGiven = ConcurrentHashMap.newKeySet();

  private ScriptedStt(Builder builder) {
    this.talk = builder.talk;
    this.drops = builder.drops;
    this.capabilities = builder.capabilities;
  }

  /** Returns a builder of a recogniser that understands this talk. */
  public static Builder builder(Talk talk) {
    return new Builder(talk);
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public SttCapabilities capabilities() {
    return capabilities;
  }

  @Override
  public SttStream open(SttRequest request, SttListener listener) {
    var stream =
        new ScriptedSttStream(
            this,
            request,
            listener,
            streams.open("speech to text of " + request.participant().id()));
    stream.awaitDrops();
    return stream;
  }

  @Override
  public List<String> unfinishedStreams() {
    return streams.names();
  }

  /** What it gave as final, in order, whoever said it. */
  public List<Transcript> finals() {
    return List.copyOf(finals);
  }

  void gaveFinal(Transcript transcript) {
    finals.add(transcript);
  }

  /** How many streams were opened so far, reconnects included. */
  public int streamsOpened() {
    return streams.opened();
  }

  Talk talk() {
    return talk;
  }

  List<Gap> drops() {
    return drops;
  }

  /** Whether the vendor can be reached at this time of the talk. */
  boolean reachable(Duration now) {
    return drops.stream().noneMatch(gap -> gap.covers(now));
  }

  /**
   * Whether an interim is given for the first time in a session: a stream that hears a sound again
   * does not repeat it.
   */
  boolean firstTime(PluginContext context, int sound, int interim) {
    return interimsGiven.add(context.sessionId() + " " + sound + " " + interim);
  }

  AgentException cut() {
    return new AgentException(
        ErrorKind.NETWORK, "the script cut the recogniser's connection; connect again");
  }

  /** Builds recognisers. Not thread-safe. */
  public static final class Builder {
    private final Talk talk;
    private List<Gap> drops = List.of();
    private SttCapabilities capabilities = new SttCapabilities(true, true, false);

    private Builder(Talk talk) {
      this.talk = Objects.requireNonNull(talk, "talk");
    }

    /** Sets when the vendor is away; default never. */
    public Builder drops(List<Gap> drops) {
      this.drops = List.copyOf(drops);
      return this;
    }

    /**
     * Sets what the recogniser says it can do; default interims and ends of turns, no times of
     * words.
     */
    public Builder capabilities(SttCapabilities capabilities) {
      this.capabilities = Objects.requireNonNull(capabilities, "capabilities");
      return this;
    }

    /** Builds the recogniser. */
    public ScriptedStt build() {
      return new ScriptedStt(this);
    }
  }
}
