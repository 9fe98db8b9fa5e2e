package dev.parley.testkit.tts;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A script of what a vendor's client and server say to each other, and what must come of it.
 * Immutable.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class VoiceFixture {
  private final String vendor;
  private final JsonNode entry;
  private final String script;

  private VoiceFixture(String vendor, JsonNode entry, String script) {
    this.vendor = vendor;
    this.entry = entry;
    this.script = script;
  }

  /** Returns a fixture of these lines, that expects nothing. */
  public static VoiceFixture of(String script) {
    return new VoiceFixture("own", JsonText.object().put("file", "script"), script);
  }

  /**
   * Returns all fixtures of a vendor: {@code openai}, {@code elevenlabs}, {@code cartesia}, {@code
   * deepgram-aura}, {@code deepgram-flux} or {@code assemblyai}.
   */
  public static List<VoiceFixture> all(String vendor) {
    var fixtures = new ArrayList<VoiceFixture>();
    JsonText.parse(resource(vendor + "/index.json"))
        .path("fixtures")
        .forEach(
            entry -> {
              String script = resource(vendor + "/" + entry.path("file").asText());
              fixtures.add(new VoiceFixture(vendor, entry, script));
            });
    return fixtures;
  }

  private static String resource(String name) {
    try (InputStream input = VoiceFixture.class.getResourceAsStream(name)) {
      if (input == null) {
        throw new IllegalArgumentException("there is no fixture " + name);
      }
      return new String(input.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the fixture " + name + " cannot be read", e);
    }
  }

  /** The name of its file. */
  public String file() {
    return entry.path("file").asText();
  }

  /** With what the client is configured. */
  public JsonNode config() {
    return entry.path("config");
  }

  /** What must come of it. */
  public JsonNode expect() {
    return entry.path("expect");
  }

  List<JsonNode> lines() {
    return script.lines().filter(line -> !line.isBlank()).map(JsonText::parse).toList();
  }

  /** Tells vendor and file. */
  @Override
  public String toString() {
    return vendor + "/" + file();
  }
}
