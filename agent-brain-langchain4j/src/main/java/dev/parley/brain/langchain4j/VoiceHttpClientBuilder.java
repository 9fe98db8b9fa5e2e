package dev.parley.brain.langchain4j;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Builds {@link VoiceHttpClient}s for LangChain4j's models. Not thread-safe. */
final class VoiceHttpClientBuilder implements HttpClientBuilder {
  private @Nullable Duration connectTimeout;
  private @Nullable Duration readTimeout;

  @Override
  public @Nullable Duration connectTimeout() {
    return connectTimeout;
  }

  @Override
  public HttpClientBuilder connectTimeout(@Nullable Duration timeout) {
    connectTimeout = timeout;
    return this;
  }

  @Override
  public @Nullable Duration readTimeout() {
    return readTimeout;
  }

  @Override
  public HttpClientBuilder readTimeout(@Nullable Duration timeout) {
    readTimeout = timeout;
    return this;
  }

  @Override
  public HttpClient build() {
    return new VoiceHttpClient(connectTimeout, readTimeout);
  }
}
