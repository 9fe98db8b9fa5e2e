package dev.parley.spi;

import org.apiguardian.api.API;

/**
 * What one request to a model cost.
 *
 * @param inputTokens tokens read, cached ones included
 * @param cachedTokens of these, how many came from a cache
 * @param outputTokens tokens written
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Usage(int inputTokens, int cachedTokens, int outputTokens) {}
