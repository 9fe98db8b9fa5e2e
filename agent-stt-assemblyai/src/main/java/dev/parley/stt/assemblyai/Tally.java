package dev.parley.stt.assemblyai;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Counts what happened on one stream. Used in the stream's context only. */
final class Tally {
  /** What is counted; told once, when the stream ends. */
  enum Count {
    /** Finals with words. */
    FINALS("finals"),
    /** Finals without words, told or not. */
    BLANK_FINALS("blank_finals"),
    /** Endpoints that we forced. */
    FORCED_ENDPOINTS("forced_endpoints"),
    /** Messages about turns that were over. */
    LATE_MESSAGES("late_messages"),
    /** Messages of types that we do not know. */
    UNKNOWN_MESSAGES("unknown_messages"),
    /** Frames that were no messages. */
    MALFORMED_MESSAGES("malformed_messages"),
    /** Revisions of turns that we do not remember. */
    UNKNOWN_REVISIONS("unknown_revisions");

    private final String metric;

    Count(String metric) {
      this.metric = "assemblyai." + metric;
    }
  }

  private final Map<Count, Long> counts = new EnumMap<>(Count.class);

  /** Counts one, and returns how many there are now. */
  long add(Count count) {
    return counts.merge(count, 1L, Long::sum);
  }

  /** Tells all counts that are not zero, by the name of their metric. */
  void tell(BiConsumer<String, Double> listener) {
    counts.forEach((count, value) -> listener.accept(count.metric, (double) value));
  }
}
