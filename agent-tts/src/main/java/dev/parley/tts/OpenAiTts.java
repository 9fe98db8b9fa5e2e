package dev.parley.tts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.audio.AudioFormat;
import dev.parley.spi.PluginContext;
import dev.parley.spi.TextToSpeech;
import dev.parley.spi.TtsCapabilities;
import dev.parley.spi.TtsListener;
import dev.parley.spi.TtsRequest;
import dev.parley.spi.TtsStream;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Voices of OpenAI, and of every server that speaks the dialect of its {@code /v1/audio/speech}:
 * Kokoro, speaches, AssemblyAI, Inworld and others. Thread-safe.
 *
 * <p>A request for each sentence, two of them at once. No word times: what was heard is told in
 * proportion. A cancel aborts the requests.
 *
 * <p>OpenAI itself shuts the models of this endpoint down on 6 January 2027; the dialect lives on
 * with the other servers.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class OpenAiTts extends TextToSpeech {
  static final String NAME = "openai";
  static final String BASE_URL = "https://api.openai.com/v1";
  static final String MODEL = "gpt-4o-mini-tts";
  static final String VOICE = "coral";

  /** What OpenAI's {@code pcm} is; the dialect knows no other rate. */
  static final int SAMPLE_RATE = 24_000;

  private static final System.Logger LOGGER = System.getLogger(OpenAiTts.class.getName());
  private static final int REQUESTS_AT_ONCE = 2;
  private static final int LONGEST_INPUT = 4_096;

  private final Voice voice;

  private OpenAiTts(Builder builder) {
    HttpUrl base = Urls.safe(builder.base, builder.apiKey);
    var failures = new Failures(NAME, builder.apiKey);
    var manners =
        new Manners(
            NAME,
            AudioFormat.mono(builder.sampleRateHz),
            builder.requestsAtOnce,
            LONGEST_INPUT,
            false,
            true);
    var http = new OpenAiHttp(base, builder.apiKey, builder.body(), failures, builder.askAhead);
    HttpUrl models = base.newBuilder().addPathSegment("models").build();
    this.voice =
        Voice.byHttp(
            builder,
            manners,
            failures,
            () -> OpenAiHttp.authorized(new Request.Builder().url(models), builder.apiKey).build(),
            http);
    if (base.host().equals("api.openai.com")) {
      LOGGER.log(
          Level.WARNING,
          "OpenAI shuts its speech models down on 6 January 2027;"
              + " choose another voice, or another server by its base URL");
    }
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
    return voice.capabilities(false);
  }

  @Override
  public TtsStream open(TtsRequest request, TtsListener listener) {
    return voice.open(request, listener);
  }

  /** Opens a connection by asking for the list of models, whatever the answer. */
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
  public static final class Builder extends VoiceBuilder<Builder> {
    private final Map<String, String> extra = new LinkedHashMap<>();
    private HttpUrl base = Urls.base(BASE_URL);
    private String apiKey = "";
    private String model = MODEL;
    private String voice = VOICE;
    private int sampleRateHz = SAMPLE_RATE;
    private int requestsAtOnce = REQUESTS_AT_ONCE;
    private boolean sampleRateGiven;
    private boolean events;
    private boolean askAhead = true;
    private @Nullable String instructions;
    private @Nullable Double speed;

    private Builder() {}

    @Override
    Builder self() {
      return this;
    }

    /** Sets the API key; default none, which servers without accounts want. */
    public Builder apiKey(String key) {
      this.apiKey = Checks.bareKey(key);
      return this;
    }

    /** Sets the base URL, to which {@code /audio/speech} is added; default OpenAI's. */
    public Builder baseUrl(String url) {
      this.base = Urls.base(url);
      return this;
    }

    /** Sets the model; default {@code gpt-4o-mini-tts}. */
    public Builder model(String model) {
      this.model = Checks.notBlank("model", model);
      return this;
    }

    /** Sets the voice, in the words of the server; default {@code coral}. */
    public Builder voice(String voice) {
      this.voice = Checks.notBlank("voice", voice);
      return this;
    }

    /**
     * Sets the rate in which the server's PCM comes, 8,000 to 48,000; default 24,000. When it is
     * set it is also sent, as {@code sample_rate}: speaches wants that, OpenAI knows no such field.
     */
    public Builder sampleRate(int hertz) {
      this.sampleRateHz = (int) Checks.between("sampleRate", hertz, 8_000, 48_000);
      this.sampleRateGiven = true;
      return this;
    }

    /** Sets how to speak, for models that take instructions; default nothing. */
    public Builder instructions(String instructions) {
      this.instructions = Checks.notBlank("instructions", instructions);
      return this;
    }

    /** Sets the speed, 0.25 to 4; default the server's. */
    public Builder speed(double speed) {
      this.speed = Checks.between("speed", speed, 0.25, 4);
      return this;
    }

    /**
     * Sets how many sentences of a reply are asked for at once; default 2. More than one needs
     * HTTP/2 or a connection each; a local server with a single worker is better off with 1.
     */
    public Builder requestsAtOnce(int requests) {
      this.requestsAtOnce = Checks.atLeastOne("requestsAtOnce", requests);
      return this;
    }

    /**
     * Asks for a sentence when its full stop is there, before the next token proves that it was
     * one; default true. Speech starts a token earlier; where the text goes on without a blank,
     * such as in "example.com", a request is thrown away, which some vendors bill.
     */
    public Builder askAhead(boolean ahead) {
      this.askAhead = ahead;
      return this;
    }

    /** Asks for audio as events, which tell a cut from an end; default false. */
    public Builder events(boolean events) {
      this.events = events;
      return this;
    }

    /** Adds a field to every request, for what only one server knows. */
    public Builder extra(String field, String value) {
      extra.put(Checks.notBlank("field", field), Objects.requireNonNull(value, "value"));
      return this;
    }

    /** Builds the voice. */
    public OpenAiTts build() {
      return new OpenAiTts(this);
    }

    private ObjectNode body() {
      ObjectNode body = Json.object().put("model", model).put("response_format", "pcm");
      if (voice.startsWith("voice_")) {
        body.putObject("voice").put("id", voice); // a custom voice of OpenAI's
      } else {
        body.put("voice", voice);
      }
      if (sampleRateGiven) {
        body.put("sample_rate", sampleRateHz);
      }
      if (events) {
        body.put("stream_format", "sse");
      }
      if (instructions != null) {
        body.put("instructions", instructions);
      }
      if (speed != null) {
        body.put("speed", speed);
      }
      extra.forEach(body::put);
      return body;
    }
  }
}
