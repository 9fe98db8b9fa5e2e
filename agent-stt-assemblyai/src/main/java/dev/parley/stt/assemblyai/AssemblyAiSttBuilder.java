package dev.parley.stt.assemblyai;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import okhttp3.OkHttpClient;
import okhttp3.WebSocket;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Builds {@link AssemblyAiStt}. Not thread-safe.
 *
 * <p>Each value is checked where it is set, because the vendor ignores unknown names in silence and
 * ends sessions for wrong values. What the model does not know is left out with a warning.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class AssemblyAiSttBuilder extends LiveSetters<AssemblyAiSttBuilder> {
  /** The vendor's default since September 2026, with the most languages. */
  static final String DEFAULT_MODEL = "universal-3-6-pro";

  private final Map<String, String> extra = new LinkedHashMap<>();
  private final StreamTuning tuning = new StreamTuning();
  private Endpoint endpoint = Endpoint.of("default");
  private String model = DEFAULT_MODEL;
  private Encoding encoding = Encoding.PCM_S16LE;
  private int sessionsPerMinute;
  private boolean mintsTokens;
  private @Nullable String apiKey;
  private @Nullable Supplier<String> tokens;
  private @Nullable OkHttpClient client;

  AssemblyAiSttBuilder() {}

  @Override
  AssemblyAiSttBuilder self() {
    return this;
  }

  /** Sets the account's API key, without {@code Bearer}. Required unless {@link #tokens} is set. */
  public AssemblyAiSttBuilder apiKey(String key) {
    apiKey = ApiKey.checked(key);
    return this;
  }

  /**
   * Opens each session with a temporary token that is minted from the key just before, so that the
   * key itself goes to the token's URL only. Default false; costs about a second when a stream
   * opens.
   */
  public AssemblyAiSttBuilder mintTokens(boolean mint) {
    mintsTokens = mint;
    return this;
  }

  /**
   * Takes temporary tokens from the application, one for each connection, reconnects included.
   *
   * @param supplier gives a new token each time; may block, and is called on the session's executor
   *     for blocking calls
   */
  public AssemblyAiSttBuilder tokens(Supplier<String> supplier) {
    tokens = supplier;
    return this;
  }

  /**
   * Sets where the API is: {@code default} (the nearest region), {@code us}, {@code eu}, or a base
   * URL such as {@code ws://stt.example.org:8080} of a self-hosted server. Default {@code default}.
   */
  public AssemblyAiSttBuilder baseUrl(String url) {
    endpoint = Endpoint.of(url);
    return this;
  }

  /**
   * Sets the speech model, any name that the account may use. Default {@code universal-3-6-pro}.
   */
  public AssemblyAiSttBuilder model(String name) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new IllegalArgumentException(
          "the model name is empty or holds characters that no model has; use one such as "
              + DEFAULT_MODEL);
    }
    model = name;
    return this;
  }

  /** Sets the encoding on the wire: {@code pcm_s16le} or {@code pcm_mulaw}. Default the first. */
  public AssemblyAiSttBuilder encoding(String name) {
    encoding =
        switch (name.strip()) {
          case "pcm_s16le" -> Encoding.PCM_S16LE;
          case "pcm_mulaw" -> Encoding.PCM_MULAW;
          default ->
              throw new IllegalArgumentException(
                  "encoding is " + name + "; use pcm_s16le or pcm_mulaw");
        };
    return this;
  }

  /**
   * Sets the length of an audio message, 50 ms to 1 s. Default 50 ms; 100 ms halves their number.
   */
  public AssemblyAiSttBuilder messageDuration(Duration duration) {
    tuning.messageDuration = Limits.between("messageDuration", duration, 50, 1_000);
    return this;
  }

  /**
   * Sets how much audio is kept for sending it again after a break, and how much may wait to be
   * sent, 1 s to 2 min. Default 30 s.
   */
  public AssemblyAiSttBuilder retainedAudio(Duration duration) {
    tuning.retained = Limits.between("retainedAudio", duration, 1_000, 120_000);
    return this;
  }

  /**
   * Sets how many times faster than real time held audio is sent, 1.25 to 20. Default 10, the
   * fastest that was seen to be taken; the server works through it at about 1.25.
   */
  public AssemblyAiSttBuilder catchUpSpeed(double speed) {
    tuning.catchUpSpeed = Limits.between("catchUpSpeed", speed, 1.25, 20);
    return this;
  }

  /** Sets how long a session may take to begin, 0.5 s to 1 min. Default 10 s. */
  public AssemblyAiSttBuilder startTimeout(Duration timeout) {
    tuning.startTimeout = Limits.between("startTimeout", timeout, 500, 60_000);
    return this;
  }

  /** Sets how long the last results may take after the audio was finished. Default 5 s. */
  public AssemblyAiSttBuilder finishTimeout(Duration timeout) {
    tuning.finishTimeout = Limits.between("finishTimeout", timeout, 100, 60_000);
    return this;
  }

  /**
   * Sets how long a forced endpoint waits for its final; the server need not answer. Default 1 s.
   */
  public AssemblyAiSttBuilder endpointTimeout(Duration timeout) {
    tuning.endpointTimeout = Limits.between("endpointTimeout", timeout, 100, 10_000);
    return this;
  }

  /**
   * Sets how long a raw final waits for its formatted copy, if that is asked for. Default 400 ms.
   */
  public AssemblyAiSttBuilder formattingWait(Duration wait) {
    tuning.formattingWait = Limits.between("formattingWait", wait, 50, 5_000);
    return this;
  }

  /**
   * Sets when to give up reconnecting. Default 10 attempts in a row within 2 minutes; a session
   * that lasts for half a minute begins the count anew.
   */
  public AssemblyAiSttBuilder reconnects(int attempts, Duration within) {
    tuning.reconnectAttempts = (int) Limits.between("reconnect attempts", attempts, 0, 1_000);
    tuning.reconnectBudget = Limits.between("reconnect budget", within, 0, 86_400_000);
    return this;
  }

  /**
   * Sets whether silence is sent when a turn is open and no audio is offered, as when a microphone
   * is muted in mid-sentence. Default true; without it such a turn stays open.
   */
  public AssemblyAiSttBuilder fillGaps(boolean fill) {
    tuning.fillGaps = fill;
    return this;
  }

  /** Sets most new sessions of this engine in a minute, 0 for no limit. Default 0. */
  public AssemblyAiSttBuilder sessionsPerMinute(int most) {
    sessionsPerMinute = (int) Limits.between("sessionsPerMinute", most, 0, 1_000_000);
    return this;
  }

  /**
   * Lends an HTTP client, whose connection pool, proxy and TLS settings are used; its dispatcher is
   * not. Default a new one.
   */
  public AssemblyAiSttBuilder httpClient(OkHttpClient http) {
    client = http;
    return this;
  }

  /** Sets names and words to expect in all streams, at most 100 of 50 characters. Default none. */
  public AssemblyAiSttBuilder keyterms(List<String> terms) {
    return set(Parameters.KEYTERMS, terms);
  }

  /** Sets whether interims come at all. Default true. */
  public AssemblyAiSttBuilder interims(boolean on) {
    return set(Parameters.INCLUDE_PARTIAL_TURNS, on);
  }

  /**
   * Sets whether finals of the streaming models wait for punctuation and case, about 0.2 s. Default
   * false: a language model does not need it. Other models always format.
   */
  public AssemblyAiSttBuilder formatTurns(boolean on) {
    return set(Parameters.FORMAT_TURNS, on);
  }

  /** Sets how many earlier turns the model remembers, 0 to 100. Default the model's. */
  public AssemblyAiSttBuilder previousContextTurns(int turns) {
    return set(Parameters.PREVIOUS_CONTEXT, turns);
  }

  /** Sets the vocabulary of a field, such as {@code medical-v1}. Default none. */
  public AssemblyAiSttBuilder domain(String domain) {
    return set(Parameters.DOMAIN, domain);
  }

  /** Sets whether finals tell the language that was spoken. Default false. */
  public AssemblyAiSttBuilder languageDetection(boolean on) {
    return set(Parameters.LANGUAGE_DETECTION, on);
  }

  /**
   * Tells speakers of one microphone apart, at most so many. Default off: turns end later with it,
   * and each participant has a stream of their own.
   */
  public AssemblyAiSttBuilder speakers(int most) {
    return set(Parameters.SPEAKER_LABELS, true).set(Parameters.MAX_SPEAKERS, most);
  }

  /** Sets how often speaker labels are corrected, at least every 2 min. Default at the end only. */
  public AssemblyAiSttBuilder speakerRevisions(Duration interval) {
    return set(Parameters.REVISION_INTERVAL, interval);
  }

  /**
   * Suppresses noise and voices in the background.
   *
   * @param field {@code near-field} or {@code far-field}
   */
  public AssemblyAiSttBuilder voiceFocus(String field) {
    return set(Parameters.VOICE_FOCUS, field);
  }

  /** Sets how much is suppressed, 0 to 1; needs {@link #voiceFocus}. Default the server's. */
  public AssemblyAiSttBuilder voiceFocusThreshold(double threshold) {
    return set(Parameters.VOICE_FOCUS_THRESHOLD, threshold);
  }

  /**
   * Takes personal data out of finals; then there are no interims. Default off.
   *
   * @param policies what counts as personal data: {@code person_name}, {@code phone_number}
   * @param substitute {@code hash} or {@code entity_name}
   */
  public AssemblyAiSttBuilder redactPersonalData(List<String> policies, String substitute) {
    return set(Parameters.REDACT_PII, true)
        .set(Parameters.REDACT_PII_POLICIES, policies)
        .set(Parameters.REDACT_PII_SUB, substitute);
  }

  /**
   * Sets after how long without a message the server gives up a client that vanished, 5 s to 1 h;
   * we send something more often. Default 1 min: a lost client costs no more than that.
   */
  public AssemblyAiSttBuilder inactivityTimeout(Duration timeout) {
    return set(Parameters.INACTIVITY_TIMEOUT, timeout);
  }

  /** Sets whether the server sends a sign of life every 5 s. Default true. */
  public AssemblyAiSttBuilder heartbeat(boolean on) {
    return set(Parameters.SESSION_HEARTBEAT, on);
  }

  /**
   * Sends a parameter that this builder does not know, as it stands in the URL. It is not checked,
   * and the server ignores what it does not know.
   */
  public AssemblyAiSttBuilder parameter(String name, String value) {
    if (!name.matches("[a-z0-9_]+") || name.equals("token")) {
      throw new IllegalArgumentException(
          "the parameter name '" + name + "' is not usable; use lower case words joined by _");
    }
    extra.put(name, value);
    return this;
  }

  /**
   * Builds the engine.
   *
   * @throws IllegalArgumentException when settings are missing or contradict each other
   */
  public AssemblyAiStt build() {
    OkHttpClient http = SocketClients.make(client);
    return build(http, http, SplittableRandom::new);
  }

  /**
   * Builds an engine whose sessions go over these sockets.
   *
   * @param chance gives each stream what scatters its waits
   */
  AssemblyAiStt build(
      WebSocket.Factory sockets, OkHttpClient http, Supplier<RandomGenerator> chance) {
    ParameterValues checked = Features.complete(values(), model);
    var redactor = new Redactor();
    Credentials secrets = credentials(http, redactor);
    var limiter = new SessionLimiter(sessionsPerMinute);
    var options = tuning.options(endpoint, model, encoding, checked, Map.copyOf(extra));
    Runnable shutDown = () -> SocketClients.shutDown(http);
    return new AssemblyAiStt(
        new EngineParts(options, sockets, shutDown, secrets, redactor, limiter, chance));
  }

  private Credentials credentials(OkHttpClient http, Redactor redactor) {
    if (tokens != null) {
      return new SuppliedToken(tokens, redactor);
    }
    if (apiKey == null) {
      throw new IllegalArgumentException(
          "there is no AssemblyAI API key; set ASSEMBLYAI_API_KEY or call apiKey");
    }
    Features.warnOfEavesdroppers(endpoint);
    redactor.addKey(apiKey);
    return mintsTokens ? new MintedToken(http, endpoint, apiKey, redactor) : new ApiKey(apiKey);
  }

  /** Tells endpoint and model, never a key. */
  @Override
  public String toString() {
    return "AssemblyAiSttBuilder[" + endpoint + ", " + model + "]";
  }
}
