package dev.parley.internal.session;

import dev.parley.audio.AudioFormat;
import dev.parley.spi.CloseReason;
import dev.parley.spi.TextToSpeech;
import dev.parley.spi.TtsCapabilities;
import dev.parley.spi.TtsListener;
import dev.parley.spi.TtsRequest;
import dev.parley.spi.TtsStream;

/** The voice of an agent that has none: whatever is to be said counts as read. */
public final class SilentVoice extends TextToSpeech {
  @Override
  public String name() {
    return "none";
  }

  @Override
  public TtsCapabilities capabilities() {
    return new TtsCapabilities(AudioFormat.MONO_16K, false, false);
  }

  @Override
  public TtsStream open(TtsRequest request, TtsListener listener) {
    return new TtsStream() {
      private int offers;
      private boolean over;

      @Override
      public boolean offer(String text) {
        listener.onSpoken(offers++);
        return true;
      }

      @Override
      public void finish() {
        end(CloseReason.finished());
      }

      @Override
      public void close() {
        end(CloseReason.cancelled());
      }

      private void end(CloseReason reason) {
        if (!over) {
          over = true;
          listener.onClosed(reason);
        }
      }
    };
  }
}
