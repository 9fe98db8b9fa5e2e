package dev.parley.tts;

import dev.parley.spi.TtsRequest;

/** Begins attempts with one vendor. Thread-safe. */
@FunctionalInterface
interface Vendor {
  /** Begins an attempt; returns at once. The listener may be called before this returns. */
  Synthesis begin(TtsRequest request, SynthesisListener listener);

  /** Whether attempts make use of knowing what will probably be spoken next. */
  default boolean asksAhead() {
    return false;
  }
}
