package dev.parley.spi;

import dev.parley.audio.AudioFrame;
import java.util.List;
import org.apiguardian.api.API;

/** Receives the audio of one reply. May be called on any thread, one call at a time. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class TtsListener extends StreamListener {
  /** For subclasses. */
  protected TtsListener() {}

  /** The next audio, in order, whole samples, any length, in the voice's format. */
  public void onAudio(AudioFrame frame) {}

  /**
   * When words sound, counted from the first sample of the stream; each word once, in order, before
   * or after its audio.
   *
   * <p>A word's text is as it stands in the text that was offered, with its punctuation; one that
   * the voice left out is left out here too.
   */
  public void onWords(List<Word> words) {}

  /**
   * The audio of the offers up to and including number {@code offer}, counted from 0, has been
   * delivered wholly.
   *
   * <p>Optional: voices that cannot tell never call it, but each that is handed whole sentences
   * should.
   */
  public void onSpoken(int offer) {}

  /** The stream takes text again after {@link TtsStream#offer} had returned false. */
  public void onReady() {}
}
