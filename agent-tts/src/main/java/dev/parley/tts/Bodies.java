package dev.parley.tts;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Reads the kinds of bodies in which audio comes. All of them block. */
final class Bodies {
  private static final int CHUNK = 8_192;
  private static final long LONGEST_LINE = 8L << 20;

  private Bodies() {}

  /** Reads bytes as they come, without waiting for more of them. */
  static void raw(BufferedSource source, BodyListener listener) throws IOException {
    var chunk = new byte[CHUNK];
    for (int read = source.read(chunk); read >= 0; read = source.read(chunk)) {
      listener.audio(ByteBuffer.wrap(Arrays.copyOf(chunk, read)));
    }
  }

  /**
   * Reads the events of an event stream. Fields other than {@code data}, and comments, are skipped,
   * as is an event that is no JSON object, such as the {@code [DONE]} of some servers.
   */
  static void events(BufferedSource source, Consumer<JsonNode> event) throws IOException {
    var data = new StringBuilder();
    for (String line = line(source); line != null; line = line(source)) {
      if (line.startsWith("data:")) {
        data.append(line, "data:".length(), line.length()).append('\n');
      } else if (line.isEmpty()) {
        tell(data, event);
      }
    }
    tell(data, event);
  }

  /** Reads lines each of which is a JSON object. */
  static void lines(BufferedSource source, Consumer<JsonNode> object) throws IOException {
    for (String line = line(source); line != null; line = line(source)) {
      JsonNode node = Json.parse(line);
      if (node != null) {
        object.accept(node);
      }
    }
  }

  private static void tell(StringBuilder data, Consumer<JsonNode> event) {
    JsonNode node = Json.parse(data.toString());
    data.setLength(0);
    if (node != null) {
      event.accept(node);
    }
  }

  private static @Nullable String line(BufferedSource source) throws IOException {
    if (source.exhausted()) {
      return null;
    }
    return source.indexOf((byte) '\n', 0, LONGEST_LINE) < 0 && source.request(LONGEST_LINE)
        ? tooLong()
        : source.readUtf8Line();
  }

  private static String tooLong() throws IOException {
    throw new IOException("a line of the response is longer than 8 MiB");
  }
}
