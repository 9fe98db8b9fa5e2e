package dev.parley.testkit.scenario;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a voice speaks.
 *
 * @param failsAfter how much audio it gives before it fails; null: it does not fail
 * @param failures how many of its streams fail
 */
record VoicePart(
    Duration firstAudio,
    Duration perCharacter,
    Map<String, Duration> sounds,
    boolean wordTimes,
    @Nullable Duration failsAfter,
    int failures) {}
