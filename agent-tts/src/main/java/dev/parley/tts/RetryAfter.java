package dev.parley.tts;

import java.time.Duration;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Reads how long a server asks to wait. */
final class RetryAfter {
  private RetryAfter() {}

  /** Returns the pause; null when none is asked for in seconds, the only form that APIs use. */
  static @Nullable Duration of(Response response) {
    String value = response.header("retry-after");
    return value != null && value.strip().matches("\\d{1,6}(\\.\\d{1,3})?")
        ? Duration.ofMillis(Math.round(Double.parseDouble(value.strip()) * 1_000))
        : null;
  }
}
