package dev.parley.samples;

import dev.parley.SessionClock;
import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.audio.Resampler;
import dev.parley.spi.CloseReason;
import dev.parley.spi.Participant;
import dev.parley.spi.Room;
import dev.parley.spi.RoomCapabilities;
import dev.parley.spi.RoomListener;
import dev.parley.spi.RoomRequest;
import dev.parley.spi.Transport;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A transport whose only caller is a recording: it is played to the agent in its own time, and
 * silence after it.
 */
final class WavCall extends Transport {
  private static final AudioFormat FORMAT = AudioFormat.MONO_16K;
  private static final Duration FRAME = Duration.ofMillis(20);
  private static final String CALLER = "caller";

  private final AudioFrame question;
  private final Queue<AudioFrame> answer = new ConcurrentLinkedQueue<>();
  private long answered;
  private volatile int asked;

  /** Creates a call of this recording; any format. */
  WavCall(AudioFrame question) {
    var resampler = new Resampler(question.format(), FORMAT);
    AudioFrame start = resampler.process(question);
    AudioFrame end = resampler.flush();
    var pcm = new byte[start.byteLength() + end.byteLength()];
    start.copyTo(pcm, 0);
    end.copyTo(pcm, start.byteLength());
    this.question = AudioFrame.wrap(FORMAT, pcm);
  }

  @Override
  public String name() {
    return "wav";
  }

  /** Whether the whole recording has been played to the agent. */
  boolean isAsked() {
    return asked >= question.sampleCount();
  }

  /** All that the agent said, in its own time, with silence between. */
  List<AudioFrame> answer() {
    return List.copyOf(answer);
  }

  AudioFormat format() {
    return FORMAT;
  }

  @Override
  public Room open(RoomRequest request, RoomListener listener) {
    return new Line(request.context().clock(), listener);
  }

  private final class Line extends Room {
    private final SessionClock clock;
    private final RoomListener listener;
    private final long began;
    private volatile boolean closed;

    Line(SessionClock clock, RoomListener listener) {
      this.clock = clock;
      this.listener = listener;
      this.began = clock.nanoTime();
      listener.onOpened();
      listener.onParticipantJoined(Participant.of(CALLER));
      play();
    }

    private void play() {
      clock.schedule(FRAME, this::playFrame);
    }

    private void playFrame() {
      if (closed) {
        return;
      }
      int length = (int) FORMAT.samplesIn(FRAME);
      int end = Math.min(asked + length, question.sampleCount());
      listener.onAudio(
          CALLER, isAsked() ? AudioFrame.silence(FORMAT, FRAME) : question.slice(asked, end));
      asked = end;
      play();
    }

    @Override
    public RoomCapabilities capabilities() {
      return new RoomCapabilities(FORMAT, FORMAT, Duration.ZERO, true);
    }

    @Override
    public boolean offer(AudioFrame frame) {
      long now = FORMAT.samplesIn(Duration.ofNanos(clock.nanoTime() - began));
      if (now > answered) {
        answer.add(AudioFrame.silence(FORMAT, FORMAT.durationOf(now - answered)));
        answered = now;
      }
      answer.add(frame);
      answered += frame.sampleCount();
      return true;
    }

    @Override
    public void clear() {}

    @Override
    public Duration buffered() {
      long now = FORMAT.samplesIn(Duration.ofNanos(clock.nanoTime() - began));
      return FORMAT.durationOf(Math.max(0, answered - now));
    }

    @Override
    public void finish() {
      close();
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        listener.onClosed(CloseReason.cancelled());
      }
    }
  }
}
