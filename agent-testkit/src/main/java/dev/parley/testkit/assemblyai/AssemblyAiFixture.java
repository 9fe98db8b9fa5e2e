package dev.parley.testkit.assemblyai;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apiguardian.api.API;

/**
 * A session written down as JSON, a line for each thing that happens, and what must come of it.
 * Immutable.
 *
 * <p>A line of the server ({@code "dir":"server"}) sends {@code msg}, sends {@code raw} as it is,
 * closes ({@code close}) or cuts ({@code drop}), {@code after_ms} after the line before. A line of
 * the client waits for it: for its {@code msg}, for the {@code connect}-th connection, or for
 * {@code audio} of a length.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class AssemblyAiFixture {
  private final String file;
  private final List<JsonNode> lines;
  private final JsonNode entry;

  private AssemblyAiFixture(String file, List<JsonNode> lines, JsonNode entry) {
    this.file = file;
    this.lines = lines;
    this.entry = entry;
  }

  /** Returns all fixtures of the test kit. */
  public static List<AssemblyAiFixture> all() {
    JsonNode index = json(resource("index.json"));
    return StreamSupport.stream(index.path("fixtures").spliterator(), false)
        .map(AssemblyAiFixture::load)
        .toList();
  }

  /** Returns the fixture whose file's name begins so. */
  public static AssemblyAiFixture named(String prefix) {
    return all().stream()
        .filter(each -> each.file.startsWith(prefix))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no fixture begins with " + prefix));
  }

  private static AssemblyAiFixture load(JsonNode entry) {
    String file = entry.path("file").asText();
    return new AssemblyAiFixture(file, lines(resource(file)), entry);
  }

  /** Returns a fixture of these lines, of which nothing is expected. */
  public static AssemblyAiFixture of(String name, String lines) {
    return new AssemblyAiFixture(name, lines(lines), JsonLines.object());
  }

  private static List<JsonNode> lines(String text) {
    return text.lines().filter(line -> !line.isBlank()).map(AssemblyAiFixture::json).toList();
  }

  private static JsonNode json(String text) {
    return JsonLines.read(text)
        .orElseThrow(() -> new IllegalArgumentException("a line of a fixture is no JSON"));
  }

  private static String resource(String name) {
    try (InputStream input = AssemblyAiFixture.class.getResourceAsStream(name)) {
      if (input == null) {
        throw new IllegalArgumentException("there is no fixture " + name);
      }
      return new String(input.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name of its file. */
  public String file() {
    return file;
  }

  List<JsonNode> lines() {
    return lines;
  }

  /** All texts that the server sends, in order. */
  public List<String> serverTexts() {
    return lines.stream()
        .filter(line -> line.has("raw") || line.path("dir").asText().equals("server"))
        .filter(line -> line.has("raw") || line.has("msg"))
        .map(line -> line.has("raw") ? line.path("raw").asText() : line.path("msg").toString())
        .toList();
  }

  /** The parameters that the client should connect with. */
  public Map<String, String> query() {
    var query = new LinkedHashMap<String, String>();
    entry
        .path("query")
        .properties()
        .forEach(each -> query.put(each.getKey(), each.getValue().asText()));
    return query;
  }

  /** How many connections there must be. */
  public int connections() {
    return expected().path("connections").asInt(1);
  }

  /** The finals that must come, in order; empty when the index does not list them. */
  public Optional<List<String>> finals() {
    return texts("finals");
  }

  /** A list of expected texts; null where a text is expected to be absent. */
  public Optional<List<String>> texts(String name) {
    JsonNode list = expected().path(name);
    if (!list.isArray()) {
      return Optional.empty();
    }
    return Optional.of(
        StreamSupport.stream(list.spliterator(), false)
            .map(each -> each.isNull() ? "" : each.asText())
            .toList());
  }

  /** The close code of the failure that must come; empty: none. */
  public Optional<Integer> errorCode() {
    JsonNode error = expected().path("error");
    return error.isObject() ? Optional.of(error.path("code").asInt()) : Optional.empty();
  }

  /** All that is expected, as the index says it. */
  public JsonNode expected() {
    return entry.path("expect");
  }

  @Override
  public String toString() {
    return file;
  }
}
