package dev.parley.agora.simulator.audio;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** A piece of PCM, 16-bit little-endian. Immutable. */
public final class SpeechClip {
  private static final double TONE_AMPLITUDE = 8_000;

  private final PcmFormat format;
  private final byte[] pcm;

  private SpeechClip(PcmFormat format, byte[] pcm) {
    this.format = format;
    this.pcm = pcm;
  }

  /** Makes a clip from a copy of raw samples. */
  public static SpeechClip ofPcm(byte[] pcm, int sampleRateHz, int channels) {
    PcmFormat format = new PcmFormat(sampleRateHz, channels);
    if (pcm.length % (2 * channels) != 0) {
      throw new IllegalArgumentException(
          "pcm has " + pcm.length + " bytes; give whole samples of " + 2 * channels + " bytes");
    }
    return new SpeechClip(format, pcm.clone());
  }

  /** Reads a WAV file of 16-bit PCM. */
  public static SpeechClip ofWav(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return ofWav(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** Reads a WAV stream of 16-bit PCM to its end; the caller closes it. */
  public static SpeechClip ofWav(InputStream in) throws IOException {
    try {
      AudioInputStream wav = AudioSystem.getAudioInputStream(new BufferedInputStream(in));
      AudioFormat format = wav.getFormat();
      if (format.getSampleSizeInBits() != 16
          || !AudioFormat.Encoding.PCM_SIGNED.equals(format.getEncoding())) {
        throw new IllegalArgumentException("WAV is " + format + "; give 16-bit PCM");
      }
      return ofPcm(wav.readAllBytes(), (int) format.getSampleRate(), format.getChannels());
    } catch (UnsupportedAudioFileException e) {
      throw new IllegalArgumentException("not a WAV file; give RIFF/WAVE with 16-bit PCM", e);
    }
  }

  /** Makes a sine tone of -12 dB, 16 kHz mono: easy to tell from silence and from another tone. */
  public static SpeechClip tone(double hertz, Duration duration) {
    byte[] pcm = silence(duration).pcm;
    for (int i = 0; i < pcm.length / 2; i++) {
      double angle = 2 * Math.PI * hertz * i / PcmFormat.SPEECH.sampleRateHz();
      Loudness.setSample(pcm, i, TONE_AMPLITUDE * Math.sin(angle + 0.01));
    }
    return new SpeechClip(PcmFormat.SPEECH, pcm);
  }

  /** Makes silence, 16 kHz mono. */
  public static SpeechClip silence(Duration duration) {
    long samples = duration.toMillis() * PcmFormat.SPEECH.sampleRateHz() / 1_000;
    return new SpeechClip(PcmFormat.SPEECH, new byte[Math.toIntExact(2 * samples)]);
  }

  /** Returns this clip followed by another one of the same format. */
  public SpeechClip then(SpeechClip next) {
    if (!format.equals(next.format)) {
      throw new IllegalArgumentException("formats differ: " + format + " and " + next.format);
    }
    byte[] both = Arrays.copyOf(pcm, pcm.length + next.pcm.length);
    System.arraycopy(next.pcm, 0, both, pcm.length, next.pcm.length);
    return new SpeechClip(format, both);
  }

  /** Returns the format. */
  public PcmFormat format() {
    return format;
  }

  /** Returns a copy of the samples. */
  public byte[] pcm() {
    return pcm.clone();
  }

  /** Returns how long it lasts. */
  public Duration duration() {
    long samples = pcm.length / (2L * format.channels());
    return Duration.ofNanos(samples * 1_000_000_000L / format.sampleRateHz());
  }

  /** Returns a source that gives this clip once. */
  public AudioSource source() {
    return new AudioSource.OfClip(format, pcm);
  }

  /** Writes a WAV file. */
  public void writeWav(Path file) {
    AudioFormat wav = new AudioFormat(format.sampleRateHz(), 16, format.channels(), true, false);
    long samples = pcm.length / (2L * format.channels());
    try (AudioInputStream in = new AudioInputStream(new ByteArrayInputStream(pcm), wav, samples)) {
      AudioSystem.write(in, AudioFileFormat.Type.WAVE, file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  @Override
  public String toString() {
    return "SpeechClip[" + duration().toMillis() + " ms, " + format + "]";
  }
}
