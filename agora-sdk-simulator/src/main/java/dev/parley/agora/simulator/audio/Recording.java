package dev.parley.agora.simulator.audio;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one listener heard from one speaker, on the simulator's timeline. Silence is counted, sound
 * is kept: up to ten minutes of it. Thread-safe.
 */
public final class Recording {
  private static final Duration FRAME = Duration.ofMillis(10);
  private static final int MOST_FRAMES = 60_000;

  private final PcmFormat format;
  private final List<Frame> sound = new ArrayList<>();
  private long frames;
  private long concealed;
  private long notKept;

  private record Frame(Duration at, PcmFrame audio) {}

  /** Starts an empty recording of frames in this format. */
  public Recording(PcmFormat format) {
    this.format = format;
  }

  /** Adds a frame of 10 ms that begins at {@code at}. Called by the simulator. */
  public synchronized void add(Duration at, byte[] pcm, boolean lost) {
    frames++;
    if (lost) {
      concealed++;
    }
    if (Loudness.isSilent(pcm)) {
      return;
    }
    if (sound.size() == MOST_FRAMES) {
      notKept++;
    } else {
      sound.add(new Frame(at, new PcmFrame(format, pcm, 0)));
    }
  }

  /** Returns the format of what was heard. */
  public PcmFormat format() {
    return format;
  }

  /** Returns how many frames of 10 ms arrived, silent ones included. */
  public synchronized long frames() {
    return frames;
  }

  /** Returns how many frames were lost on the way and heard as silence. */
  public synchronized long lostFrames() {
    return concealed;
  }

  /** Returns how many frames with sound were not kept because the recording was full. */
  public synchronized long framesNotKept() {
    return notKept;
  }

  /** Returns how long sound was heard, in whole frames; pauses do not count. */
  public synchronized Duration sound() {
    return FRAME.multipliedBy(sound.size());
  }

  /** Returns when the first sound began, since the simulated Agora was opened. */
  public synchronized Optional<Duration> firstSoundAt() {
    return sound.stream().findFirst().map(Frame::at);
  }

  /** Returns when the last sound so far ended, since the simulated Agora was opened. */
  public synchronized Optional<Duration> lastSoundEndedAt() {
    return sound.isEmpty()
        ? Optional.empty()
        : Optional.of(sound.get(sound.size() - 1).at().plus(FRAME));
  }

  /** Returns how long sound was heard from {@code since} on. */
  public synchronized Duration soundSince(Duration since) {
    long count = sound.stream().filter(frame -> frame.at().compareTo(since) >= 0).count();
    return FRAME.multipliedBy(count);
  }

  /** Returns the sound with all pauses taken out. */
  public synchronized SpeechClip soundOnly() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    sound.forEach(frame -> all.writeBytes(frame.audio().pcm()));
    return SpeechClip.ofPcm(all.toByteArray(), format.sampleRateHz(), format.channels());
  }

  /** Returns everything from the first to the last sound, with the pauses between. */
  public synchronized SpeechClip clip() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Duration end = sound.isEmpty() ? Duration.ZERO : sound.get(0).at();
    for (Frame frame : sound) {
      long gap = frame.at().minus(end).toMillis() / FRAME.toMillis();
      all.writeBytes(new byte[Math.toIntExact(Math.max(0, gap)) * format.bytesPerFrame()]);
      all.writeBytes(frame.audio().pcm());
      end = frame.at().plus(FRAME);
    }
    return SpeechClip.ofPcm(all.toByteArray(), format.sampleRateHz(), format.channels());
  }
}
