package dev.parley.tts;

import java.util.Objects;

/**
 * What the streams of one engine share. Thread-safe.
 *
 * @param manners how the vendor wants to be spoken to
 * @param patience how long a reply waits
 * @param failures makes failures
 * @param health whether the vendor is taken out for a while
 * @param late how many messages came for replies that were over
 * @param vendor begins attempts
 */
record Voicing(
    Manners manners,
    Patience patience,
    Failures failures,
    VoiceHealth health,
    Tally late,
    Vendor vendor) {
  Voicing {
    Objects.requireNonNull(vendor, "vendor");
  }
}
