package dev.parley.stt.assemblyai;

import java.time.Duration;
import java.util.Map;

/** How streams behave beyond what the vendor is told, with the defaults. Not thread-safe. */
final class StreamTuning {
  Duration messageDuration = Duration.ofMillis(50);
  Duration retained = Duration.ofSeconds(30);
  double catchUpSpeed = 10;
  Duration startTimeout = Duration.ofSeconds(10);
  Duration finishTimeout = Duration.ofSeconds(5);
  Duration endpointTimeout = Duration.ofSeconds(1);
  Duration formattingWait = Duration.ofMillis(400);
  int reconnectAttempts = 10;
  Duration reconnectBudget = Duration.ofMinutes(2);
  boolean fillGaps = true;

  Options options(
      Endpoint endpoint,
      String model,
      Encoding encoding,
      ParameterValues values,
      Map<String, String> extra) {
    return new Options(
        endpoint,
        model,
        encoding,
        values,
        extra,
        messageDuration,
        retained,
        catchUpSpeed,
        startTimeout,
        finishTimeout,
        endpointTimeout,
        formattingWait,
        reconnectAttempts,
        reconnectBudget,
        fillGaps);
  }
}
