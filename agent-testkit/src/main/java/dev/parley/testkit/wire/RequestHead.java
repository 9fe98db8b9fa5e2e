package dev.parley.testkit.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The head of an HTTP request. Immutable.
 *
 * @param method in upper case
 * @param path without the query
 * @param query decoded parameters; of one that comes twice the last
 * @param headers by their names in lower case
 */
public record RequestHead(
    String method, String path, Map<String, String> query, Map<String, String> headers) {
  private static final int LONGEST_HEAD = 64 * 1024;

  /** Copies the maps. */
  public RequestHead {
    query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
    headers = Map.copyOf(headers);
  }

  /**
   * Reads a head up to and including its blank line; null: the connection ended before it began.
   *
   * @throws IOException when it ends within the head, or this is no request
   */
  public static @Nullable RequestHead read(InputStream input) throws IOException {
    String head = head(input);
    return head.isEmpty() ? null : parse(head.split("\r\n", -1));
  }

  private static RequestHead parse(String[] lines) throws IOException {
    String[] request = lines[0].split(" ", -1);
    if (request.length != 3) {
      throw new IOException("the request line is not of HTTP: " + lines[0]);
    }
    var headers = new HashMap<String, String>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      if (colon > 0) {
        String name = lines[i].substring(0, colon).toLowerCase(Locale.ROOT);
        headers.put(name, lines[i].substring(colon + 1).strip());
      }
    }
    String[] target = request[1].split("\\?", 2);
    var query = query(target.length == 2 ? target[1] : "");
    return new RequestHead(request[0], target[0], query, headers);
  }

  private static String head(InputStream input) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = input.read();
      if (next < 0 && head.isEmpty()) {
        return "";
      }
      if (next < 0 || head.length() > LONGEST_HEAD) {
        throw new IOException("the connection ended, or went on, before the end of a request");
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static Map<String, String> query(String text) {
    var query = new LinkedHashMap<String, String>();
    for (String pair : text.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (!parts[0].isEmpty()) {
        query.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
      }
    }
    return query;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** Reads the body that follows, as long as the head says; empty when it says nothing. */
  public byte[] body(InputStream input) throws IOException {
    String length = header("content-length");
    return input.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length));
  }

  /** A parameter, or the default. */
  public String parameter(String name, String missing) {
    return query.getOrDefault(name, missing);
  }

  /** A header, or the empty text. */
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** Whether it asks for a WebSocket. */
  public boolean isUpgrade() {
    return header("upgrade").equalsIgnoreCase("websocket");
  }
}
