package dev.parley.agora.simulator.engine;

import dev.parley.agora.simulator.audio.Loudness;
import io.agora.rtc.AgoraAudioVadConfigV2;
import io.agora.rtc.Constants.VadState;
import io.agora.rtc.VadProcessResult;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;

/**
 * Voice activity detection by loudness, with the windows and outputs of the SDK's second version:
 * the start of speech is told once with everything since the window began, its end once. Not
 * thread-safe.
 */
public final class VoiceActivity {
  private static final double QUIET_DECIBELS = -65;
  private static final double CERTAIN_DECIBELS = -45;

  private final AgoraAudioVadConfigV2 config;
  private final ArrayDeque<byte[]> leadIn = new ArrayDeque<>();
  private final Window onset;
  private final Window end;
  private boolean speaking;

  /** Starts in silence. */
  public VoiceActivity(AgoraAudioVadConfigV2 config) {
    this.config = config;
    onset = new Window(config.getStartRecognizeCount(), config.getActivePercent());
    end = new Window(config.getStopRecognizeCount(), config.getInactivePercent());
  }

  /** Judges a frame of 10 ms. */
  public VadProcessResult process(byte[] frame) {
    double decibels = Loudness.decibels(frame);
    return speaking ? processSpeech(frame, decibels) : processSilence(frame, decibels);
  }

  private VadProcessResult processSilence(byte[] frame, double decibels) {
    leadIn.add(frame);
    if (leadIn.size() > config.getPreStartRecognizeCount() + config.getStartRecognizeCount()) {
      leadIn.remove();
    }
    boolean active = isVoice(decibels, config.getStartRmsThreshold(), config.getStartVoiceProb());
    if (!onset.add(active)) {
      return new VadProcessResult(frame, VadState.NOT_SPEAKING);
    }
    speaking = true;
    return new VadProcessResult(takeLeadIn(), VadState.START_SPEAKING);
  }

  private VadProcessResult processSpeech(byte[] frame, double decibels) {
    boolean active = isVoice(decibels, config.getStopRmsThreshold(), config.getStopVoiceProb());
    if (!end.add(!active)) {
      return new VadProcessResult(frame, VadState.SPEAKING);
    }
    speaking = false;
    return new VadProcessResult(frame, VadState.STOP_SPEAKING);
  }

  private byte[] takeLeadIn() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    leadIn.forEach(all::writeBytes);
    leadIn.clear();
    return all.toByteArray();
  }

  private static boolean isVoice(double decibels, int rmsThreshold, int probability) {
    return decibels >= rmsThreshold && voiceProbability(decibels) >= probability;
  }

  /** Returns 0 to 100; the SDK asks a model, here loudness must do. */
  static int voiceProbability(double decibels) {
    double share = (decibels - QUIET_DECIBELS) / (CERTAIN_DECIBELS - QUIET_DECIBELS);
    return (int) Math.round(100 * Math.max(0, Math.min(1, share)));
  }

  /**
   * Counts frames from the first hit on; full, it is a hit itself when enough of them were. If not,
   * it begins anew.
   */
  private static final class Window {
    private final int size;
    private final float share;
    private int frames;
    private int hits;

    Window(int size, float share) {
      this.size = Math.max(1, size);
      this.share = share;
    }

    boolean add(boolean hit) {
      if (frames == 0 && !hit) {
        return false;
      }
      frames++;
      hits += hit ? 1 : 0;
      if (frames < size) {
        return false;
      }
      boolean enough = hits >= share * size;
      frames = 0;
      hits = 0;
      return enough;
    }
  }
}
