package dev.parley.tts;

import dev.parley.audio.AudioFormat;
import dev.parley.spi.PluginContext;
import dev.parley.spi.TextToSpeech;
import dev.parley.spi.TtsCapabilities;
import dev.parley.spi.TtsListener;
import dev.parley.spi.TtsRequest;
import dev.parley.spi.TtsStream;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Voices of Deepgram: Flux, which Deepgram recommends for English agents and which takes words as
 * they are written, and Aura for other languages. The model's name decides. Thread-safe.
 *
 * <p>Neither tells when words sound: what was heard is told in proportion. A cancel is confirmed by
 * the vendor, and the connection lives on. A connection carries one reply after another; with Flux
 * it belongs to one conversation, since the voice carries its tone from turn to turn.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class DeepgramTts extends TextToSpeech {
  static final String NAME = "deepgram";
  static final String BASE_URL = "https://api.deepgram.com";
  static final String MODEL = "flux-alexis-en";
  static final int SAMPLE_RATE = 24_000;

  /** The limit of a message, in characters. */
  private static final int LONGEST_SPEAK = 2_000;

  /** Sockets count against the plan also while they are idle. */
  private static final Duration IDLE = Duration.ofMinutes(5);

  private final Voice voice;
  private final boolean wordTimes;

  private DeepgramTts(Builder builder) {
    var failures = new Failures(NAME, builder.apiKey);
    boolean flux = builder.isFlux();
    boolean http = builder.http && !flux;
    var manners =
        new Manners(
            NAME,
            AudioFormat.mono(builder.sampleRateHz),
            http ? 2 : Manners.UNLIMITED,
            LONGEST_SPEAK,
            flux,
            http);
    HttpUrl url = builder.url(http);
    Request request =
        new Request.Builder().url(url).header("authorization", "Token " + builder.apiKey).build();
    this.wordTimes = false;
    this.voice =
        http
            ? Voice.byHttp(
                builder,
                manners,
                failures,
                () -> request,
                new DeepgramHttp(url, builder.apiKey, failures))
            : Voice.onSockets(
                builder,
                manners,
                failures,
                new PoolTerms(builder.mostConnections, 1, flux, builder.idle),
                () -> request,
                line ->
                    flux
                        ? new FluxProtocol(line, failures, manners)
                        : new AuraProtocol(line, failures));
  }

  /** Returns a builder. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public TtsCapabilities capabilities() {
    return voice.capabilities(wordTimes);
  }

  @Override
  public TtsStream open(TtsRequest request, TtsListener listener) {
    return voice.open(request, listener);
  }

  /** Opens a connection, unless one waits already. */
  @Override
  public void warmUp(PluginContext context) {
    voice.warmUp(context);
  }

  @Override
  public void close() {
    voice.close();
  }

  /** For tests. */
  Voice voice() {
    return voice;
  }

  /** Builds voices. Not thread-safe. */
  public static final class Builder extends SocketVoiceBuilder<Builder> {
    private String model = MODEL;
    private int sampleRateHz = SAMPLE_RATE;
    private boolean http;
    private Duration idle = IDLE;
    private @Nullable Double speed;

    private Builder() {
      super(BASE_URL);
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * Sets the model, which is the voice too: {@code flux-…} or {@code aura-…}; default {@code
     * flux-alexis-en}.
     */
    public Builder model(String model) {
      this.model = Checks.notBlank("model", model);
      return this;
    }

    /** Sets the rate: 8,000, 16,000, 24,000, 32,000 or 48,000; default 24,000. */
    public Builder sampleRate(int hertz) {
      this.sampleRateHz = Checks.oneOf("sampleRate", hertz, 8_000, 16_000, 24_000, 32_000, 48_000);
      return this;
    }

    /** Sets the speed, 0.7 to 1.5; default the vendor's. */
    public Builder speed(double speed) {
      this.speed = Checks.between("speed", speed, 0.7, 1.5);
      return this;
    }

    /** Speaks by HTTP, a request a sentence, where no WebSocket gets through; default false. */
    public Builder http(boolean http) {
      this.http = http;
      return this;
    }

    /** Sets after how long without a reply a connection is closed; default 5 minutes. */
    public Builder idleTimeout(Duration idle) {
      this.idle = Checks.positive("idleTimeout", idle);
      return this;
    }

    /**
     * Builds the voice.
     *
     * @throws IllegalArgumentException when the API key is missing
     */
    public DeepgramTts build() {
      Checks.key(NAME, "DEEPGRAM_API_KEY", apiKey);
      return new DeepgramTts(this);
    }

    private boolean isFlux() {
      return model.startsWith("flux-");
    }

    private HttpUrl url(boolean byHttp) {
      HttpUrl.Builder url =
          Urls.safe(base, apiKey)
              .newBuilder()
              .addPathSegments(isFlux() ? "v2/speak" : "v1/speak")
              .addQueryParameter("model", model)
              .addQueryParameter("encoding", "linear16")
              .addQueryParameter("sample_rate", String.valueOf(sampleRateHz));
      if (byHttp) {
        url.addQueryParameter("container", "none"); // or the audio begins with a WAV header
      }
      if (speed != null) {
        url.addQueryParameter("speed", String.valueOf(speed));
      }
      return url.build();
    }
  }
}
