package dev.parley.stt.assemblyai;

import dev.parley.AgentException;
import dev.parley.ErrorKind;
import dev.parley.spi.PluginContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tokens that the application fetches, one for each connection. */
final class SuppliedToken extends Credentials {
  private final Supplier<String> supplier;
  private final Redactor redactor;

  SuppliedToken(Supplier<String> supplier, Redactor redactor) {
    this.supplier = supplier;
    this.redactor = redactor;
  }

  @Override
  CompletionStage<String> authorization(PluginContext context) {
    return CompletableFuture.supplyAsync(this::next, context.blocking());
  }

  private String next() {
    String token = supplied();
    if (token == null || token.isBlank() || !token.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new AgentException(
          ErrorKind.AUTHENTICATION,
          "the supplier of AssemblyAI tokens gave no usable token; it must return a new one each time");
    }
    redactor.addToken(token);
    return token;
  }

  private @Nullable String supplied() {
    try {
      return supplier.get();
    } catch (AgentException failure) {
      throw failure;
    } catch (RuntimeException failure) { // its message may hold a secret: only its type is told
      throw new AgentException(
          ErrorKind.SERVER,
          "the supplier of AssemblyAI tokens failed with " + failure.getClass().getSimpleName());
    }
  }

  @Override
  boolean renews() {
    return true;
  }
}
