package dev.parley.stt.assemblyai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.AgentException;
import dev.parley.ErrorKind;
import dev.parley.spi.PluginContext;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Temporary tokens that we mint from the API key, one for each connection: they are documented as
 * single use, and an open session outlives its token.
 */
final class MintedToken extends Credentials {
  /** Enough for a slow handshake; the vendor allows 1 to 600. */
  private static final int EXPIRES_IN_SECONDS = 60;

  private static final int LONGEST_BODY_BYTES = 10_000;

  private final OkHttpClient client;
  private final Endpoint endpoint;
  private final String key;
  private final Redactor redactor;

  MintedToken(OkHttpClient client, Endpoint endpoint, String key, Redactor redactor) {
    this.client = client;
    this.endpoint = endpoint;
    this.key = key;
    this.redactor = redactor;
  }

  @Override
  CompletionStage<String> authorization(PluginContext context) {
    var token = new CompletableFuture<String>();
    client.newCall(request()).enqueue(new Answer(token));
    return token;
  }

  private Request request() {
    var url =
        endpoint
            .token()
            .newBuilder()
            .addQueryParameter("expires_in_seconds", String.valueOf(EXPIRES_IN_SECONDS))
            .build();
    return new Request.Builder().url(url).header("Authorization", key).build();
  }

  @Override
  boolean renews() {
    return true;
  }

  private final class Answer implements Callback {
    private final CompletableFuture<String> token;

    Answer(CompletableFuture<String> token) {
      this.token = token;
    }

    @Override
    public void onFailure(Call call, IOException failure) {
      String what =
          "could not reach AssemblyAI to mint a token (" + redactor.clean(failure.toString());
      token.completeExceptionally(
          new AgentException(ErrorKind.NETWORK, what + "); check the network and the base URL"));
    }

    @Override
    public void onResponse(Call call, Response response) {
      try (response) {
        token.complete(read(response));
      } catch (AgentException failure) {
        token.completeExceptionally(failure);
      } catch (IOException | RuntimeException failure) {
        onFailure(call, new IOException(failure.getClass().getSimpleName()));
      }
    }

    private String read(Response response) throws IOException {
      String body = response.peekBody(LONGEST_BODY_BYTES).string();
      if (!response.isSuccessful()) {
        throw CloseCodes.refusedToken(response, redactor.clean(body));
      }
      JsonNode minted = Json.MAPPER.readTree(body).path("token");
      if (!minted.isTextual() || minted.asText().isBlank()) {
        throw new AgentException(
            ErrorKind.PROTOCOL, "AssemblyAI answered without a token; check the base URL");
      }
      redactor.addToken(minted.asText());
      return minted.asText();
    }
  }
}
