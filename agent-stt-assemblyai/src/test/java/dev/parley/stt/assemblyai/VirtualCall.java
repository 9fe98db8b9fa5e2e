package dev.parley.stt.assemblyai;

import dev.parley.audio.AudioFrame;
import dev.parley.testkit.ManualClock;
import java.time.Duration;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A stream in virtual time over sockets without a network: everything happens on the test's thread.
 */
final class VirtualCall {
  static final int FRAME_MILLIS = 20;

  final ManualClock clock = new ManualClock();
  final FakeSockets sockets = new FakeSockets();
  final AssemblyAiStt engine;
  final Call call;

  VirtualCall() {
    this(FakeSockets.builder());
  }

  VirtualCall(AssemblyAiSttBuilder builder) {
    this(builder, () -> 0L);
  }

  VirtualCall(AssemblyAiSttBuilder builder, RandomGenerator chance) {
    engine = sockets.engine(builder, chance);
    call = Call.open(engine, clock);
  }

  /** The socket that was opened last. */
  FakeSockets.FakeSocket socket() {
    return sockets.last();
  }

  void pass(Duration time) {
    clock.advance(time);
  }

  /** Loud sound in real time. */
  void speak(int millis) {
    inRealTime(millis, (short) 4_000);
  }

  /** Words with pauses between them in real time, each of half a second with its pause. */
  void talk(int millis) {
    for (int at = 0; at < millis; at += 500) {
      speak(400);
      quiet(100);
    }
  }

  /** Digital silence in real time. */
  void quiet(int millis) {
    inRealTime(millis, (short) 0);
  }

  private void inRealTime(int millis, short level) {
    var samples = new short[Call.FORMAT.sampleRateHz() * FRAME_MILLIS / 1_000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (i % 2 == 0 ? level : -level);
    }
    for (int at = 0; at < millis; at += FRAME_MILLIS) {
      clock.advance(Duration.ofMillis(FRAME_MILLIS));
      call.stream.offer(AudioFrame.ofSamples(Call.FORMAT, Arrays.copyOf(samples, samples.length)));
    }
  }
}
