package dev.parley.internal.ear;

import dev.parley.AgentException;
import dev.parley.spi.PluginMetric;

/** Hears what an ear makes of the sound; on the loop. */
public interface EarListener {
  /** Someone speaks. */
  void onSpeechStarted(Stretch stretch);

  /** The voice in a stretch stopped or came back. */
  void onVoice(Stretch stretch, boolean present);

  /** The end of a stretch is confirmed. */
  void onSpeechEnded(Stretch stretch);

  /** The words of a stretch so far have changed. */
  void onInterim(Stretch stretch);

  /** A final has come for a stretch; it may be blank. */
  void onFinal(Stretch stretch, String text);

  /** The recogniser takes the turn for over. */
  void onEndOfTurn(String who);

  /** Something failed; the source is {@code stt} or {@code vad}. */
  void onError(String source, AgentException error);

  /** Something was measured. */
  void onMetric(PluginMetric metric);

  /** The ear is closed: nothing more will come. */
  void onClosed(Ear ear);
}
