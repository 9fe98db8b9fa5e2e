package dev.parley.tts;

import dev.parley.AgentException;
import dev.parley.spi.Word;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Hears what comes of one attempt. May be called on any thread; whoever calls keeps the order.
 * After {@code done} or {@code failed} nothing counts.
 */
interface SynthesisListener {
  /** Text may be sent. */
  void ready();

  /** The next bytes of PCM, cut anywhere. The buffer is the listener's. */
  void audio(ByteBuffer pcm);

  /**
   * When words sound, counted from the first byte of this attempt; the text as the vendor has it.
   */
  void words(List<Word> words);

  /** All audio of the first part that was not yet reported as done has been told. */
  void partDone();

  /** The vendor, or the connection, gave a figure; the name without the engine's. */
  void measured(String what, double value);

  /** The vendor sees nothing to say in the text: no audio is no failure. */
  void nothingToSay();

  /** All audio of the whole text has been told. */
  void done();

  /** No more audio comes. */
  void failed(AgentException error);
}
