package dev.parley.tts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.audio.AudioFormat;
import dev.parley.spi.PluginContext;
import dev.parley.spi.TextToSpeech;
import dev.parley.spi.TtsCapabilities;
import dev.parley.spi.TtsListener;
import dev.parley.spi.TtsRequest;
import dev.parley.spi.TtsStream;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Voices of Cartesia, over its WebSocket: one context a reply, sentences spoken as they come, word
 * times. Thread-safe.
 *
 * <p>Connections are shared by sessions and reused; the vendor closes them after five quiet
 * minutes. A cancel stops what has not begun; what has been begun still comes and is dropped.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class CartesiaTts extends TextToSpeech {
  static final String NAME = "cartesia";
  static final String BASE_URL = "https://api.cartesia.ai";
  static final String MODEL = "sonic-3.5";

  /** The first version whose errors have a structure. */
  static final String VERSION = "2026-03-01";

  /** "Katie", of the vendor's library: the voice that LiveKit's plugin begins with. */
  static final String VOICE = "f786b574-daa5-4673-aa0c-cbe3e8534c02";

  static final int SAMPLE_RATE = 24_000;

  /** The vendor publishes no limit. */
  private static final int LONGEST_TRANSCRIPT = 500;

  private final Voice voice;
  private final boolean wordTimes;

  private CartesiaTts(Builder builder) {
    HttpUrl url =
        Urls.safe(builder.base, builder.apiKey)
            .newBuilder()
            .addPathSegments("tts/websocket")
            .addQueryParameter("cartesia_version", builder.version)
            .build();
    var failures = new Failures(NAME, builder.apiKey);
    var manners =
        new Manners(
            NAME,
            AudioFormat.mono(builder.sampleRateHz),
            Manners.UNLIMITED,
            LONGEST_TRANSCRIPT,
            false,
            true);
    Request request =
        new Request.Builder().url(url).header("authorization", "Bearer " + builder.apiKey).build();
    ObjectNode generation = builder.generation();
    this.wordTimes = builder.wordTimes;
    this.voice =
        Voice.onSockets(
            builder,
            manners,
            failures,
            new PoolTerms(builder.mostConnections, PoolTerms.UNLIMITED, false, null),
            () -> request,
            line -> new CartesiaProtocol(line, failures, generation));
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
    private String voice = VOICE;
    private String version = VERSION;
    private int sampleRateHz = SAMPLE_RATE;
    private boolean wordTimes = true;
    private @Nullable String language;
    private @Nullable Double speed;
    private @Nullable String emotion;

    private Builder() {
      super(BASE_URL);
    }

    @Override
    Builder self() {
      return this;
    }

    /** Sets the model; default {@code sonic-3.5}. */
    public Builder model(String model) {
      this.model = Checks.notBlank("model", model);
      return this;
    }

    /** Sets the id of the voice; default one of the vendor's own, an English speaker. */
    public Builder voice(String id) {
      this.voice = Checks.notBlank("voice", id);
      return this;
    }

    /** Sets the version of the API; default {@code 2026-03-01}. */
    public Builder version(String date) {
      this.version = Checks.notBlank("version", date);
      return this;
    }

    /** Sets the rate: 8,000, 16,000, 22,050, 24,000, 44,100 or 48,000; default 24,000. */
    public Builder sampleRate(int hertz) {
      this.sampleRateHz =
          Checks.oneOf("sampleRate", hertz, 8_000, 16_000, 22_050, 24_000, 44_100, 48_000);
      return this;
    }

    /** Sets whether to ask when words sound; default true. */
    public Builder wordTimes(boolean wordTimes) {
      this.wordTimes = wordTimes;
      return this;
    }

    /** Sets the language, such as {@code de}, where a session says none; default the vendor's. */
    public Builder language(String language) {
      this.language = Checks.notBlank("language", language);
      return this;
    }

    /** Sets the speed, 0.6 to 1.5; default the vendor's. */
    public Builder speed(double speed) {
      this.speed = Checks.between("speed", speed, 0.6, 1.5);
      return this;
    }

    /** Sets the emotion, in the vendor's words; default none. */
    public Builder emotion(String emotion) {
      this.emotion = Checks.notBlank("emotion", emotion);
      return this;
    }

    /**
     * Builds the voice.
     *
     * @throws IllegalArgumentException when the API key is missing
     */
    public CartesiaTts build() {
      Checks.key(NAME, "CARTESIA_API_KEY", apiKey);
      return new CartesiaTts(this);
    }

    /** What must be the same in all messages of a context. */
    private ObjectNode generation() {
      ObjectNode message = Json.object().put("model_id", model);
      message.putObject("voice").put("mode", "id").put("id", voice);
      message
          .putObject("output_format")
          .put("container", "raw")
          .put("encoding", "pcm_s16le")
          .put("sample_rate", sampleRateHz);
      message.put("add_timestamps", wordTimes).put("use_normalized_timestamps", false);
      message.put("max_buffer_delay_ms", 0); // sentences are whole: nothing to wait for
      if (language != null) {
        message.put("language", language);
      }
      if (speed != null || emotion != null) {
        ObjectNode config = message.putObject("generation_config");
        if (speed != null) {
          config.put("speed", speed);
        }
        if (emotion != null) {
          config.put("emotion", emotion);
        }
      }
      return message;
    }
  }
}
