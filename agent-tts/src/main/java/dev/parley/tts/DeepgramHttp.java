package dev.parley.tts;

import dev.parley.AgentException;
import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Deepgram's Aura by HTTP: for networks that let no WebSocket through. */
final class DeepgramHttp implements HttpVoice {
  private final HttpUrl url;
  private final String key;
  private final DeepgramFailures failures;

  DeepgramHttp(HttpUrl url, String key, Failures failures) {
    this.url = url;
    this.key = key;
    this.failures = new DeepgramFailures(failures);
  }

  @Override
  public Request.Builder request(String text) {
    String body = Json.object().put("text", text).toString();
    return new Request.Builder()
        .url(url)
        .header("authorization", "Token " + key)
        .post(RequestBody.create(body, HttpVoice.JSON));
  }

  @Override
  public String sent(Part part) {
    return part.text().strip();
  }

  @Override
  public void read(Response response, BodyListener listener) throws IOException {
    Bodies.raw(response.body().source(), listener);
  }

  @Override
  public AgentException refused(Response response) throws IOException {
    return failures.refused(response);
  }
}
