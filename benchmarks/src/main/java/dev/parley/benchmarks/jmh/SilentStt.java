package dev.parley.benchmarks.jmh;

import dev.parley.audio.AudioFrame;
import dev.parley.spi.CloseReason;
import dev.parley.spi.SpeechToText;
import dev.parley.spi.SttCapabilities;
import dev.parley.spi.SttListener;
import dev.parley.spi.SttRequest;
import dev.parley.spi.SttStream;

/** Takes all sound and understands nothing. */
final class SilentStt extends SpeechToText {
  @Override
  public String name() {
    return "silent";
  }

  @Override
  public SttCapabilities capabilities() {
    return new SttCapabilities(true, true, true);
  }

  @Override
  public SttStream open(SttRequest request, SttListener listener) {
    return new SttStream() {
      private boolean closed;

      @Override
      public boolean offer(AudioFrame frame) {
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
        if (!closed) {
          closed = true;
          listener.onClosed(reason);
        }
      }
    };
  }
}
