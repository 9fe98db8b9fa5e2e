package dev.parley.stt.assemblyai;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes keys and tokens out of texts that come from elsewhere, before they reach a log or an
 * exception. Thread-safe.
 *
 * <p>Servers and proxies echo what they were sent; so no text of theirs is trusted.
 */
final class Redactor {
  private static final int MOST_TOKENS = 16;
  private static final int LONGEST_TEXT = 200;
  private static final String REDACTED = "[redacted]";

  private final Set<String> keys = new LinkedHashSet<>();
  private final ArrayDeque<String> tokens = new ArrayDeque<>();

  /** Remembers a secret for good. */
  synchronized void addKey(String key) {
    if (!key.isBlank()) {
      keys.add(key);
    }
  }

  /** Remembers a short-lived secret, until sixteen others have come. */
  synchronized void addToken(String token) {
    if (token.isBlank() || tokens.contains(token)) {
      return;
    }
    if (tokens.size() == MOST_TOKENS) {
      tokens.removeFirst();
    }
    tokens.addLast(token);
  }

  /** Returns the text in one line, without secrets, cut to 200 characters. */
  synchronized String clean(@Nullable String text) {
    if (text == null) {
      return "";
    }
    String cleaned = text;
    for (String key : keys) {
      cleaned = cleaned.replace(key, REDACTED);
    }
    for (String token : tokens) {
      cleaned = cleaned.replace(token, REDACTED);
    }
    return shorten(cleaned.replaceAll("\\p{Cntrl}+", " ").strip());
  }

  private static String shorten(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
  }

  /** Tells how many secrets there are. */
  @Override
  public synchronized String toString() {
    return "Redactor[" + keys.size() + " keys, " + tokens.size() + " tokens]";
  }
}
