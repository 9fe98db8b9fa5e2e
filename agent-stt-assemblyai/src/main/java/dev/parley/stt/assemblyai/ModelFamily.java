package dev.parley.stt.assemblyai;

import java.util.Locale;

/**
 * Which parameters and messages a speech model knows, told by its name's beginning.
 *
 * <p>Never a closed list: vendors add models faster than clients are released, and a client that
 * did not know a new name would switch its features off in silence.
 */
enum ModelFamily {
  /** {@code universal-3-6-pro} and its kin: presets, prompts, languages by list. */
  UNIVERSAL_3,
  /** {@code u3-rt-pro} and its betas: like the former without presets and language lists. */
  U3_REALTIME,
  /**
   * {@code universal-streaming-english} and {@code -multilingual}: raw words, formatted on demand.
   */
  UNIVERSAL_STREAMING,
  /** {@code whisper-rt}. */
  WHISPER,
  /** A name that tells nothing; everything that was asked for is sent. */
  UNKNOWN;

  /** Returns the family of a model. */
  static ModelFamily of(String model) {
    String name = model.toLowerCase(Locale.ROOT);
    if (name.startsWith("universal-streaming")) {
      return UNIVERSAL_STREAMING;
    }
    if (name.matches("universal-\\d.*")) {
      return UNIVERSAL_3;
    }
    if (name.matches("u\\d.*")) {
      return U3_REALTIME;
    }
    return name.startsWith("whisper") ? WHISPER : UNKNOWN;
  }

  /** Whether finals come raw first and formatted afterwards when formatting is on. */
  boolean formatsInASecondFinal() {
    return this == UNIVERSAL_STREAMING || this == WHISPER;
  }

  /**
   * Whether speech is reported soon after it began, so that long quiet means that none was heard.
   */
  boolean reportsSpeechEarly() {
    return this == UNIVERSAL_3 || this == U3_REALTIME || this == UNIVERSAL_STREAMING;
  }
}
