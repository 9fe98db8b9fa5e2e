package dev.parley.tts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.AgentException;
import java.io.IOException;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** ElevenLabs by HTTP, with times: for networks that let no WebSocket through. */
final class ElevenLabsHttp implements HttpVoice {

  private final HttpUrl url;
  private final String key;
  private final ObjectNode body;
  private final ElevenLabsFailures failures;

  /** Creates it; {@code body} is what all requests share. */
  ElevenLabsHttp(HttpUrl url, String key, ObjectNode body, ElevenLabsFailures failures) {
    this.url = url;
    this.key = key;
    this.body = body;
    this.failures = failures;
  }

  @Override
  public Request.Builder request(String text) {
    String json = Json.copyOf(body).put("text", text).toString();
    return new Request.Builder()
        .url(url)
        .header("xi-api-key", key)
        .post(RequestBody.create(json, HttpVoice.JSON));
  }

  @Override
  public String sent(Part part) {
    return part.text().strip();
  }

  /** Times run over the whole response, unlike those of the sockets. */
  @Override
  public void read(Response response, BodyListener listener) throws IOException {
    var words = new CharacterWords();
    Bodies.lines(
        response.body().source(),
        object -> {
          listener.audio(Json.bytes(object, "audio_base64"));
          JsonNode alignment = Json.first(object, "alignment");
          if (alignment != null) {
            ElevenLabsAlignment.seconds(alignment, Duration.ZERO, words);
            listener.words(words.take());
          }
        });
    listener.words(words.finish());
  }

  @Override
  public AgentException refused(Response response) throws IOException {
    return failures.refused(response);
  }
}
