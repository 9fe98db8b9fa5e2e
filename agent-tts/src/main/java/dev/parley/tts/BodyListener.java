package dev.parley.tts;

import dev.parley.spi.Word;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;

/** Hears what stands in the body of a response. */
interface BodyListener {
  /** The next bytes of PCM, cut anywhere. */
  void audio(ByteBuffer pcm);

  /** When words sound, from the start of the body's audio. */
  void words(List<Word> words);

  /** How much audio the body has given so far. */
  Duration received();
}
