package dev.parley.stt.assemblyai;

import dev.parley.spi.PluginContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The account's own key, for servers. */
final class ApiKey extends Credentials {
  private final String key;

  ApiKey(String key) {
    this.key = key;
  }

  /** Returns the key without what people paste along with it, checked for what no key can hold. */
  static String checked(String key) {
    String bare = key.strip();
    if (bare.isEmpty() || !bare.chars().allMatch(each -> each > ' ' && each < 127)) {
      throw new IllegalArgumentException(
          "the AssemblyAI API key is empty or holds blanks or other characters that no key has;"
              + " copy it anew from the account's page, without 'Bearer'");
    }
    return bare;
  }

  @Override
  CompletionStage<String> authorization(PluginContext context) {
    return CompletableFuture.completedFuture(key);
  }

  @Override
  boolean renews() {
    return false;
  }
}
