package dev.parley.tts;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
 * Voices of ElevenLabs, over its WebSocket of many contexts: one context a reply, a flush a
 * sentence, times of characters. Thread-safe.
 *
 * <p>Connections are shared by sessions and reused, with five contexts at most on each. A cancel
 * closes the context; audio that is on its way still comes and is dropped. Models of the fourth
 * generation are spoken with over the dialogue socket.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ElevenLabsTts extends TextToSpeech {
  static final String NAME = "elevenlabs";
  static final String BASE_URL = "https://api.elevenlabs.io";
  static final String MODEL = "eleven_flash_v2_5";

  /** "Sarah", one of the voices that every account has. */
  static final String VOICE = "EXAVITQu4vr4xnSDxMaL";

  static final int SAMPLE_RATE = 24_000;

  /** One more closes the socket, and all others with it. */
  private static final int MOST_CONTEXTS = 5;

  /** The least of all models. */
  private static final int LONGEST_TEXT = 3_000;

  private static final Duration MOST_INACTIVITY = Duration.ofMinutes(3);

  /** What the dialogue socket allows a quiet context, whatever it is asked for. */
  private static final Duration DIALOGUE_INACTIVITY = Duration.ofSeconds(20);

  private final Voice voice;
  private final boolean wordTimes;

  private ElevenLabsTts(Builder builder) {
    var failures = new Failures(NAME, builder.apiKey);
    var errors = new ElevenLabsFailures(failures);
    var manners =
        new Manners(
            NAME,
            AudioFormat.mono(builder.sampleRateHz),
            builder.http ? 2 : Manners.UNLIMITED,
            LONGEST_TEXT,
            false,
            true);
    HttpUrl url = builder.url();
    Request request = new Request.Builder().url(url).header("xi-api-key", builder.apiKey).build();
    var messages = builder.messages();
    Duration keepAlive = builder.keepAlive();
    this.wordTimes = true;
    this.voice =
        builder.http
            ? Voice.byHttp(
                builder,
                manners,
                failures,
                () -> request,
                new ElevenLabsHttp(url, builder.apiKey, builder.body(), errors))
            : Voice.onSockets(
                builder,
                manners,
                failures,
                new PoolTerms(builder.mostConnections, MOST_CONTEXTS, false, null),
                () -> request,
                line -> new ElevenLabsProtocol(line, messages, errors, manners, keepAlive));
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
    private final ObjectNode voiceSettings = Json.object();
    private String model = MODEL;
    private String voice = VOICE;
    private int sampleRateHz = SAMPLE_RATE;
    private boolean http;
    private Duration inactivity = MOST_INACTIVITY;
    private @Nullable String language;

    private Builder() {
      super(BASE_URL);
    }

    @Override
    Builder self() {
      return this;
    }

    /** Sets the model; default {@code eleven_flash_v2_5}. */
    public Builder model(String model) {
      this.model = Checks.notBlank("model", model);
      return this;
    }

    /** Sets the id of the voice; default one that every account has. */
    public Builder voice(String id) {
      this.voice = Checks.notBlank("voice", id);
      return this;
    }

    /**
     * Sets the rate: 8,000, 16,000, 22,050, 24,000, 32,000, 44,100 or 48,000; default 24,000. The
     * vendor wants the Pro plan for 44,100.
     */
    public Builder sampleRate(int hertz) {
      this.sampleRateHz =
          Checks.oneOf("sampleRate", hertz, 8_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000);
      return this;
    }

    /** Sets the language, such as {@code de}, for models since version 2.5; default detected. */
    public Builder language(String language) {
      this.language = Checks.notBlank("language", language);
      return this;
    }

    /** Sets the stability, 0 to 1; default the voice's. */
    public Builder stability(double stability) {
      voiceSettings.put("stability", Checks.between("stability", stability, 0, 1));
      return this;
    }

    /** Sets the similarity to the original speaker, 0 to 1; default the voice's. */
    public Builder similarity(double similarity) {
      voiceSettings.put("similarity_boost", Checks.between("similarity", similarity, 0, 1));
      return this;
    }

    /** Sets the style, 0 to 1, which costs time; default the voice's. */
    public Builder style(double style) {
      voiceSettings.put("style", Checks.between("style", style, 0, 1));
      return this;
    }

    /** Sets the speed, 0.7 to 1.2; default the voice's. */
    public Builder speed(double speed) {
      voiceSettings.put("speed", Checks.between("speed", speed, 0.7, 1.2));
      return this;
    }

    /** Speaks by HTTP, a request a sentence, where no WebSocket gets through; default false. */
    public Builder http(boolean http) {
      this.http = http;
      return this;
    }

    /**
     * Sets how long the vendor keeps a quiet context, at most 180 s, the default; a reply whose
     * text is slow is kept alive at half of it. On the dialogue socket it is never more than 20 s.
     */
    public Builder inactivityTimeout(Duration timeout) {
      Checks.between("inactivityTimeout in seconds", (double) timeout.toSeconds(), 1, 180);
      this.inactivity = timeout;
      return this;
    }

    /**
     * Builds the voice.
     *
     * @throws IllegalArgumentException when the API key is missing
     */
    public ElevenLabsTts build() {
      Checks.key(NAME, "ELEVENLABS_API_KEY", apiKey);
      return new ElevenLabsTts(this);
    }

    /** The fourth generation, and the conversational third, are on the dialogue socket only. */
    private boolean isDialogue() {
      return model.startsWith("eleven_v4") || model.equals("eleven_v3_conversational");
    }

    /** How often a context that waits for text is kept alive. */
    Duration keepAlive() {
      boolean less = isDialogue() && inactivity.compareTo(DIALOGUE_INACTIVITY) > 0;
      return (less ? DIALOGUE_INACTIVITY : inactivity).dividedBy(2);
    }

    private ElevenLabsMessages messages() {
      return new ElevenLabsMessages(
          isDialogue(), voice, voiceSettings.isEmpty() ? null : Json.copyOf(voiceSettings));
    }

    private HttpUrl url() {
      HttpUrl.Builder url = Urls.safe(base, apiKey).newBuilder().addPathSegment("v1");
      if (http) {
        url.addPathSegment("text-to-speech").addPathSegment(voice);
        url.addPathSegments("stream/with-timestamps");
      } else if (isDialogue()) {
        url.addPathSegments("text-to-dialogue/multi-stream-input");
      } else {
        url.addPathSegment("text-to-speech").addPathSegment(voice);
        url.addPathSegment("multi-stream-input");
      }
      url.addQueryParameter("output_format", "pcm_" + sampleRateHz);
      return http ? url.build() : socketUrl(url);
    }

    private HttpUrl socketUrl(HttpUrl.Builder url) {
      url.addQueryParameter("model_id", model)
          .addQueryParameter("auto_mode", "true")
          .addQueryParameter("sync_alignment", "true")
          .addQueryParameter("inactivity_timeout", String.valueOf(inactivity.toSeconds()));
      if (language != null) {
        url.addQueryParameter("language_code", language);
      }
      return url.build();
    }

    private ObjectNode body() {
      ObjectNode body = Json.object().put("model_id", model);
      if (!voiceSettings.isEmpty()) {
        body.set("voice_settings", Json.copyOf(voiceSettings));
      }
      if (language != null) {
        body.put("language_code", language);
      }
      return body;
    }
  }
}
