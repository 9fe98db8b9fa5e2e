package dev.parley.agora.simulator.engine;

import dev.parley.agora.simulator.audio.Loudness;
import io.agora.rtc.AudioVolumeInfo;
import java.util.Map;
import java.util.TreeMap;

/** How loud each remote user was since the last report. Guarded by the world's lock. */
final class VolumeReport {
  private static final int LOUDEST = 255;
  private static final double FLOOR_DECIBELS = -60;
  private static final int SPEECH_VOLUME = 50;

  private final Map<String, Integer> volumes = new TreeMap<>();
  private int intervalFrames;
  private boolean reportVad;
  private int frames;

  /** Reports every so many milliseconds from now on; 0 or less switches it off. */
  void configure(int intervalMs, boolean vad) {
    intervalFrames = Math.max(0, intervalMs / 10);
    reportVad = vad;
    frames = 0;
    volumes.clear();
  }

  void add(String userId, byte[] pcm) {
    if (intervalFrames > 0) {
      volumes.merge(userId, volume(pcm), Math::max);
    }
  }

  private static int volume(byte[] pcm) {
    double share = (Loudness.decibels(pcm) - FLOOR_DECIBELS) / -FLOOR_DECIBELS;
    return (int) Math.round(LOUDEST * Math.max(0, Math.min(1, share)));
  }

  /** Counts 10 ms; returns whether a report is due. */
  boolean isDue() {
    return intervalFrames > 0 && ++frames % intervalFrames == 0;
  }

  /** Returns everyone heard since the last report, and starts the next one. */
  AudioVolumeInfo[] take() {
    AudioVolumeInfo[] report =
        volumes.entrySet().stream()
            .map(entry -> info(entry.getKey(), entry.getValue()))
            .toArray(AudioVolumeInfo[]::new);
    volumes.clear();
    return report;
  }

  private AudioVolumeInfo info(String userId, int volume) {
    AudioVolumeInfo info = new AudioVolumeInfo();
    info.setUserId(userId);
    info.setVolume(volume);
    info.setVad(reportVad && volume >= SPEECH_VOLUME ? 1 : 0);
    return info;
  }
}
