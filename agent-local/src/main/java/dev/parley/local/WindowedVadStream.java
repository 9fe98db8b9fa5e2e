package dev.parley.local;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.audio.Resampler;
import dev.parley.spi.CloseReason;
import dev.parley.spi.VadListener;
import dev.parley.spi.VadRequest;
import dev.parley.spi.VadStream;
import java.time.Duration;

/** Cuts sound of any format into windows and has each judged at once, inside {@code offer}. */
final class WindowedVadStream extends VadStream {
  private static final int WINDOWS_TO_BEGIN = 3;

  private final VadListener listener;
  private final VoiceJudge judge;
  private final SpeechGate gate;
  private final Resampler resampler;
  private final short[] window;
  private int filled;
  private boolean closed;

  WindowedVadStream(VadRequest request, VadListener listener, VoiceJudge judge, Duration hangover) {
    this.listener = listener;
    this.judge = judge;
    this.window = new short[judge.windowSamples()];
    Duration length = AudioFormat.MONO_16K.durationOf(window.length);
    this.gate = new SpeechGate(listener, judge.threshold(), length, WINDOWS_TO_BEGIN, hangover);
    this.resampler = new Resampler(request.format(), AudioFormat.MONO_16K);
  }

  @Override
  public boolean offer(AudioFrame frame) {
    if (closed) {
      return false;
    }
    AudioFrame sound = resampler.process(frame);
    for (int i = 0; i < sound.sampleCount() && !closed; i++) {
      window[filled++] = sound.sample(i);
      if (filled == window.length) {
        filled = 0;
        gate.accept(judge.judge(window));
      }
    }
    return true;
  }

  @Override
  public Duration wants() {
    return AudioFormat.MONO_16K.durationOf(window.length - filled);
  }

  @Override
  public void finish() {
    if (!closed) {
      gate.finish();
      end(CloseReason.finished());
    }
  }

  @Override
  public void close() {
    if (!closed) {
      end(CloseReason.cancelled());
    }
  }

  private void end(CloseReason reason) {
    closed = true;
    listener.onClosed(reason);
  }
}
