package dev.parley.tts;

import dev.parley.spi.TtsRequest;

/** Begins attempts with one vendor. Thread-safe. */
@FunctionalInterface
interface Vendor {
  /** Begins an attempt; returns at once. The listener may be called before this returns. */
  Synthesis begin(TtsRequest request, SynthesisListener listener);
}
