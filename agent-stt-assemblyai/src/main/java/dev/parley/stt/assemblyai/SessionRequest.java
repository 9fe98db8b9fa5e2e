package dev.parley.stt.assemblyai;

import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * The request that opens a session, and which values it holds.
 *
 * <p>What the agent says never stands in a URL, which ends up in access logs, and long lists do not
 * either, because nobody says how long a URL may be: they follow when the session has begun.
 *
 * @param url with all parameters
 * @param inUrl the values that it holds
 */
record SessionRequest(HttpUrl url, ParameterValues inUrl) {
  private static final int LONGEST_URL = 4_000;
  private static final Set<Parameter> LONG = Set.of(Parameters.KEYTERMS, Parameters.PROMPT);

  /** Pins the behaviour of the API, at no cost. */
  private static final String API_VERSION = "2025-05-12";

  /** Returns the request of a session with these values at this rate. */
  static SessionRequest of(Options options, int sampleRateHz, ParameterValues values) {
    ParameterValues most = values.only(each -> !each.equals(Parameters.AGENT_CONTEXT));
    HttpUrl url = url(options, sampleRateHz, most);
    if (url.toString().length() <= LONGEST_URL) {
      return new SessionRequest(url, most);
    }
    ParameterValues some = most.only(each -> !LONG.contains(each));
    return new SessionRequest(url(options, sampleRateHz, some), some);
  }

  private static HttpUrl url(Options options, int sampleRateHz, ParameterValues values) {
    HttpUrl.Builder url = options.endpoint().socket().newBuilder();
    url.addQueryParameter("speech_model", options.model());
    url.addQueryParameter("sample_rate", String.valueOf(sampleRateHz));
    url.addQueryParameter("encoding", options.encoding().wireName());
    values
        .asMap()
        .forEach((each, value) -> url.addQueryParameter(each.name(), MessageWriter.inUrl(value)));
    options.extra().forEach(url::setQueryParameter);
    return url.build();
  }

  /** Returns the HTTP request. */
  Request http(String authorization) {
    return new Request.Builder()
        .url(url)
        .header("Authorization", authorization)
        .header("AssemblyAI-Version", API_VERSION)
        .header("User-Agent", "Parley/0.1")
        .build();
  }

  /** Tells the host: prompts and names of people are in the URL. */
  @Override
  public String toString() {
    return "SessionRequest[" + url.host() + "]";
  }
}
