package dev.parley.testkit;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The audio of sounds: a tone in frames of 20 ms, whose first two samples say which frame of which
 * sound it is, so that a scripted recogniser knows what it has heard.
 */
final class SoundFrames {
  static final AudioFormat FORMAT = AudioFormat.MONO_16K;
  static final Duration LENGTH = Duration.ofMillis(20);

  private static final short LOUDNESS = 6_000;
  private static final int SAMPLES = (int) FORMAT.samplesIn(LENGTH);
  private static final int MARKS = 2;
  private static final byte[] TONE = newTone();

  private SoundFrames() {}

  /**
   * Which frame it is.
   *
   * @param sound the number of the sound in its talk, from 0
   * @param number the number of the frame in its sound, from 0
   */
  record Mark(int sound, int number) {}

  /** How many frames a sound has; the last may be short. */
  static int countOf(Sound sound) {
    return Math.toIntExact((sound.lasts().toNanos() + LENGTH.toNanos() - 1) / LENGTH.toNanos());
  }

  /** How many frames of a sound have begun, {@code passed} after its beginning. */
  static int begunAfter(Duration passed, Sound sound) {
    long begun = passed.toNanos() / LENGTH.toNanos() + 1;
    return (int) Math.min(begun, countOf(sound));
  }

  /** Makes a frame. */
  static AudioFrame frame(int sound, int number, Sound source) {
    byte[] pcm = Arrays.copyOf(TONE, samplesOf(number, source) * FORMAT.bytesPerSample());
    mark(pcm, 0, sound + 1);
    mark(pcm, 1, number + 1);
    return AudioFrame.wrap(FORMAT, pcm);
  }

  private static byte[] newTone() {
    var pcm = new byte[SAMPLES * FORMAT.bytesPerSample()];
    for (int i = 0; i < SAMPLES; i++) {
      mark(pcm, i, LOUDNESS);
    }
    return pcm;
  }

  private static void mark(byte[] pcm, int sample, int value) {
    pcm[2 * sample] = (byte) value;
    pcm[2 * sample + 1] = (byte) (value >> 8);
  }

  private static int samplesOf(int number, Sound source) {
    long restNanos = source.lasts().toNanos() - LENGTH.toNanos() * number;
    if (restNanos >= LENGTH.toNanos()) {
      return SAMPLES;
    }
    return (int) Math.max(MARKS, FORMAT.samplesIn(Duration.ofNanos(restNanos)));
  }

  /**
   * Reads which frames of a talk's sounds are in {@code audio}, however it was joined; silence and
   * other sounds are left out.
   */
  static List<Mark> marksIn(AudioFrame audio, List<Sound> sounds) {
    var marks = new ArrayList<Mark>(1);
    int at = 0;
    while (at + MARKS <= audio.sampleCount()) {
      int sound = audio.sample(at) - 1;
      int number = audio.sample(at + 1) - 1;
      boolean known =
          sound >= 0 && sound < sounds.size() && number >= 0 && number < countOf(sounds.get(sound));
      if (known) {
        marks.add(new Mark(sound, number));
      }
      at += known ? samplesOf(number, sounds.get(sound)) : SAMPLES;
    }
    return marks;
  }
}
