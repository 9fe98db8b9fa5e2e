package dev.parley.testkit.tts;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came.
 *
 * @param path without the query
 * @param query decoded
 * @param headers by names in lower case
 * @param body as text
 */
record HttpRequest(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    String body) {
  private static final int LONGEST_HEAD = 64 << 10;

  /** Reads the next request; null when the client has closed the connection. */
  static @Nullable HttpRequest read(InputStream input) throws IOException {
    String head = head(input);
    if (head.isEmpty()) {
      return null;
    }
    String[] lines = head.split("\r\n", -1);
    String[] start = lines[0].split(" ", -1);
    var headers = new LinkedHashMap<String, String>();
    for (int i = 1; i < lines.length; i++) {
      String[] pair = lines[i].split(":", 2);
      if (pair.length == 2) {
        headers.put(pair[0].toLowerCase(Locale.ROOT), pair[1].strip());
      }
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String body = new String(input.readNBytes(length), StandardCharsets.UTF_8);
    String[] target = start[1].split("\\?", 2);
    return new HttpRequest(
        start[0], target[0], query(target.length < 2 ? "" : target[1]), headers, body);
  }

  private static String head(InputStream input) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = input.read();
      if (next < 0 || head.length() > LONGEST_HEAD) {
        return "";
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static Map<String, String> query(String text) {
    var query = new LinkedHashMap<String, String>();
    for (String pair : text.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        query.put(
            URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
            URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    return query;
  }

  boolean isUpgrade() {
    return "websocket".equalsIgnoreCase(headers.get("upgrade"));
  }
}
