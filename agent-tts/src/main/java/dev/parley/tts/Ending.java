package dev.parley.tts;

import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * How a socket ended.
 *
 * @param status of the response that refused the upgrade; 0 when it was not refused
 * @param headers of that response
 * @param code of the close frame; 0 when there was none
 * @param text the reason of the close frame, or the body of the refusal
 * @param cause what broke the connection, if something did
 */
record Ending(int status, Headers headers, int code, String text, @Nullable Throwable cause) {
  static Ending refused(int status, Headers headers, String body) {
    return new Ending(status, headers, 0, body, null);
  }

  static Ending closed(int code, String reason) {
    return new Ending(0, Headers.EMPTY, code, reason, null);
  }

  static Ending broken(Throwable cause) {
    return new Ending(0, Headers.EMPTY, 0, "", cause);
  }
}
