package dev.parley.agora.simulator.engine;

import dev.parley.agora.simulator.audio.AudioSource;

/** Something a person says. Thread-safe. */
public final class Utterance {
  private final AudioSource source;
  private volatile boolean said;

  Utterance(AudioSource source) {
    this.source = source;
  }

  AudioSource source() {
    return source;
  }

  void finish() {
    said = true;
  }

  /** Whether its last frame has been sent, or never will be. */
  public boolean isSaid() {
    return said;
  }
}
