package dev.parley.tts;

import dev.parley.spi.Word;
import java.nio.ByteBuffer;
import java.util.List;

/** Hears what stands in the body of a response. */
interface BodyListener {
  /** The next bytes of PCM, cut anywhere. */
  void audio(ByteBuffer pcm);

  /** When words sound, from the start of the body's audio. */
  void words(List<Word> words);

  /** The server gave a figure; the name without the engine's. */
  void measured(String what, double value);
}
