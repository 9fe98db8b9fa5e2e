package dev.parley.web;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Makes and finds tones. */
final class Tones {
  private static final double LOUDNESS = 0.4;

  private Tones() {}

  /** Returns a tone. */
  static AudioFrame tone(AudioFormat format, double hertz, Duration length) {
    var samples = new short[(int) format.samplesIn(length)];
    for (int i = 0; i < samples.length; i++) {
      double phase = 2 * Math.PI * hertz * i / format.sampleRateHz();
      samples[i] = (short) Math.round(LOUDNESS * Short.MAX_VALUE * Math.sin(phase));
    }
    return AudioFrame.ofSamples(format, samples);
  }

  /** Returns one frame after the other. */
  static AudioFrame join(AudioFrame... frames) {
    int length = 0;
    for (AudioFrame each : frames) {
      length += each.byteLength();
    }
    var all = new byte[length];
    int at = 0;
    for (AudioFrame each : frames) {
      each.copyTo(all, at);
      at += each.byteLength();
    }
    return AudioFrame.wrap(frames[0].format(), all);
  }

  /**
   * How strong a tone is in samples from..to, by Goertzel's algorithm: 1 for a tone of full scale.
   */
  static double strength(AudioFrame frame, double hertz, int from, int to) {
    double coefficient = 2 * Math.cos(2 * Math.PI * hertz / frame.format().sampleRateHz());
    double last = 0;
    double beforeLast = 0;
    for (int i = from; i < to; i++) {
      double now = frame.sample(i) / 32768.0 + coefficient * last - beforeLast;
      beforeLast = last;
      last = now;
    }
    double power = last * last + beforeLast * beforeLast - coefficient * last * beforeLast;
    return Math.sqrt(Math.max(0, power)) * 2 / (to - from);
  }

  /** How many milliseconds of the frame hold this tone, looked at in steps of 20 ms. */
  static int millisOf(AudioFrame frame, double hertz) {
    int step = (int) frame.format().samplesIn(Duration.ofMillis(20));
    int millis = 0;
    for (int at = 0; at + step <= frame.sampleCount(); at += step) {
      millis += strength(frame, hertz, at, at + step) > LOUDNESS / 2 ? 20 : 0;
    }
    return millis;
  }

  /** Writes a WAV file. */
  static Path write(AudioFrame frame, Path file) throws IOException {
    var format =
        new javax.sound.sampled.AudioFormat(
            frame.format().sampleRateHz(), 16, frame.format().channels(), true, false);
    var stream =
        new AudioInputStream(
            new ByteArrayInputStream(frame.toByteArray()), format, frame.sampleCount());
    AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file.toFile());
    return file;
  }
}
