package dev.parley.internal.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a {@code .env} file: {@code NAME=value} a line, {@code export} before it if you like.
 *
 * <p>{@code #} begins a comment at the start of a line or after a space. A value in single quotes
 * is taken as it is; in double quotes {@code \n}, {@code \t}, {@code \"} and {@code \\} are
 * replaced. {@code $} means nothing. The last of several lines with one name wins. Messages name
 * file and line, never a value.
 */
public final class DotEnv {
  private static final long MAX_BYTES = 1 << 20;
  private static final Pattern LINE =
      Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*)");
  private static final Pattern REST = Pattern.compile("\\s*(?:#.*)?");
  private static final Pattern COMMENT = Pattern.compile("(^|\\s+)#.*$");

  private DotEnv() {}

  /**
   * Reads the file; none when it does not exist or is no regular file, such as a folder of that
   * name.
   *
   * @throws IllegalArgumentException when a line makes no sense, or the file is too large or no
   *     UTF-8 text
   * @throws UncheckedIOException when it cannot be read
   */
  public static Map<String, Given> read(Path file) {
    if (!Files.isRegularFile(file)) {
      return Map.of();
    }
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new IllegalArgumentException(
            file + " is larger than 1 MiB; is it really a .env file?");
      }
      return parse(file.toString(), Files.readAllLines(file, StandardCharsets.UTF_8));
    } catch (CharacterCodingException notText) {
      throw new IllegalArgumentException(file + " is not UTF-8 text; save it as UTF-8", notText);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read; check its permissions", e);
    }
  }

  /** Reads these lines; {@code name} stands for the file in messages. */
  static Map<String, Given> parse(String name, List<String> lines) {
    var values = new HashMap<String, Given>();
    for (int i = 0; i < lines.size(); i++) {
      readLine(name + ", line " + (i + 1), withoutMark(lines.get(i)).strip(), values);
    }
    return Map.copyOf(values);
  }

  /** Editors on Windows put a byte order mark first. */
  private static String withoutMark(String line) {
    return line.startsWith("\ufeff") ? line.substring(1) : line;
  }

  private static void readLine(String where, String line, Map<String, Given> values) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(where + ": this is no NAME=value; begin a comment with #");
    }
    String text = value(where, matcher.group(1), matcher.group(2));
    values.put(matcher.group(1), new Given(text, where));
  }

  private static String value(String where, String name, String raw) {
    if (raw.startsWith("'")) {
      return quoted(where, name, raw);
    }
    if (raw.startsWith("\"")) {
      return unescaped(quoted(where, name, raw));
    }
    return COMMENT.matcher(raw).replaceFirst("");
  }

  private static String quoted(String where, String name, String raw) {
    int end = closingQuote(raw);
    if (end < 0 || !REST.matcher(raw.substring(end + 1)).matches()) {
      throw new IllegalArgumentException(
          where + ": the quotes of " + name + " do not match; end the value as it begins");
    }
    return raw.substring(1, end);
  }

  /** The index of the quote that ends the value, or -1; a backslash hides a double quote. */
  private static int closingQuote(String raw) {
    char quote = raw.charAt(0);
    for (int i = 1; i < raw.length(); i++) {
      if (raw.charAt(i) == quote) {
        return i;
      }
      if (raw.charAt(i) == '\\' && quote == '"') {
        i++;
      }
    }
    return -1;
  }

  private static String unescaped(String text) {
    var result = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      result.append(
          c == '\\' && i + 1 < text.length() ? meaning(text.charAt(++i)) : String.valueOf(c));
    }
    return result.toString();
  }

  private static String meaning(char escaped) {
    return switch (escaped) {
      case 'n' -> "\n";
      case 't' -> "\t";
      case '"', '\\', '$' -> String.valueOf(escaped);
      default -> "\\" + escaped;
    };
  }
}
