package dev.parley.tts;

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
 * Voices of AssemblyAI, over its streaming WebSocket: one key and one bill with its speech to text.
 * Thread-safe.
 *
 * <p>A request for each sentence, three of them at once; word times follow the audio. A cancel is
 * confirmed by the vendor, and the connection lives on for the next reply.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class AssemblyAiTts extends TextToSpeech {
  static final String NAME = "assemblyai";
  static final String BASE_URL = "https://tts.us.assemblyai.com";
  static final String MODEL = "assemblyai-tts-1";
  static final String VOICE = "aai-jane";
  static final int SAMPLE_RATE = 24_000;

  /** More at once would come near the limit of 20 control messages a second. */
  private static final int WINDOW = 3;

  /** In code points. */
  private static final int LONGEST_GENERATE = 2_000;

  private final Voice voice;
  private final boolean wordTimes;

  private AssemblyAiTts(Builder builder) {
    HttpUrl url = builder.url();
    var failures = new Failures(NAME, builder.apiKey);
    var manners =
        new Manners(
            NAME, AudioFormat.mono(builder.sampleRateHz), WINDOW, LONGEST_GENERATE, false, true);
    Request request =
        new Request.Builder().url(url).header("authorization", builder.apiKey).build();
    this.wordTimes = builder.wordTimes;
    this.voice =
        Voice.onSockets(
            builder,
            manners,
            failures,
            new PoolTerms(builder.mostConnections, 1, false, null),
            () -> request,
            line -> new AssemblyAiProtocol(line, failures, manners, builder.wordTimes));
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
    private int sampleRateHz = SAMPLE_RATE;
    private boolean wordTimes = true;
    private @Nullable String language;

    private Builder() {
      super(BASE_URL);
    }

    @Override
    Builder self() {
      return this;
    }

    /** Sets the region's host: {@code us} (default) or {@code eu}. */
    public Builder region(String region) {
      return baseUrl(
          switch (region) {
            case "us" -> BASE_URL;
            case "eu" -> "https://tts.eu.assemblyai.com";
            default ->
                throw new IllegalArgumentException(
                    "the region is '" + region + "', must be us or eu; for others give baseUrl");
          });
    }

    /** Sets the model; default {@code assemblyai-tts-1}. */
    public Builder model(String model) {
      this.model = Checks.notBlank("model", model);
      return this;
    }

    /** Sets the voice; default {@code aai-jane}. */
    public Builder voice(String id) {
      this.voice = Checks.notBlank("voice", id);
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

    /** Sets the language by its English name in lower case; default the voice's own. */
    public Builder language(String language) {
      this.language = Checks.notBlank("language", language);
      return this;
    }

    /**
     * Builds the voice.
     *
     * @throws IllegalArgumentException when the API key is missing
     */
    public AssemblyAiTts build() {
      Checks.key(NAME, "ASSEMBLYAI_API_KEY", apiKey);
      return new AssemblyAiTts(this);
    }

    private HttpUrl url() {
      HttpUrl.Builder url =
          Urls.safe(base, apiKey)
              .newBuilder()
              .addPathSegments("v1/ws")
              .addQueryParameter("voice_id", voice)
              .addQueryParameter("model", model)
              .addQueryParameter("sample_rate", String.valueOf(sampleRateHz))
              .addQueryParameter("encoding", "pcm_s16le")
              .addQueryParameter("word_boundaries", String.valueOf(wordTimes));
      if (language != null) {
        url.addQueryParameter("language", language);
      }
      return url.build();
    }
  }
}
