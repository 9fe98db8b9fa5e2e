package dev.parley.tts;

import dev.parley.audio.AudioFrame;
import dev.parley.spi.PluginMetric;
import dev.parley.spi.TextToSpeech;
import dev.parley.spi.TtsRequest;
import dev.parley.spi.TtsStream;
import dev.parley.testkit.ManualClock;
import dev.parley.testkit.RecordingTtsListener;
import dev.parley.testkit.TestContexts;
import dev.parley.testkit.tts.VoiceFixtureDriver;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What a session does with a voice: phrases the text, opens a stream for each reply. */
final class FixtureSession implements VoiceFixtureDriver {
  private static final int ROUNDS = 3_000;

  /** One reply and what came of it. */
  static final class Reply {
    final RecordingTtsListener heard = new RecordingTtsListener();
    private final TtsStream stream;
    private final StringBuilder waiting = new StringBuilder();
    boolean finished;
    boolean cancelled;

    Reply(TextToSpeech voice, ManualClock clock, int number) {
      this.stream = voice.open(new TtsRequest(number, null, TestContexts.under(clock)), heard);
    }

    boolean isClosed() {
      return heard.log().closeReason().isPresent();
    }

    byte[] pcm() {
      var bytes = new ByteArrayOutputStream();
      for (AudioFrame frame : heard.audio()) {
        bytes.writeBytes(frame.toByteArray());
      }
      return bytes.toByteArray();
    }

    double metric(String name) {
      return heard.log().metrics().stream()
          .filter(each -> each.name().endsWith("." + name))
          .mapToDouble(PluginMetric::value)
          .sum();
    }
  }

  private final TextToSpeech voice;
  private final ManualClock clock = new ManualClock();
  private final List<Reply> replies = new ArrayList<>();
  private final List<String> outcomes;

  /** Creates a session; outcomes say which replies fail while their text is still written. */
  FixtureSession(TextToSpeech voice, List<String> outcomes) {
    this.voice = voice;
    this.outcomes = outcomes;
  }

  List<Reply> replies() {
    return replies;
  }

  @Override
  public void warmUp() {
    voice.warmUp(TestContexts.under(clock));
  }

  @Override
  public boolean speak(String text) {
    boolean begins = replies.isEmpty() || isOver(last());
    if (begins) {
      replies.add(new Reply(voice, clock, replies.size()));
    }
    Reply reply = last();
    reply.waiting.append(text);
    if (voice.capabilities().inputStreaming()) {
      offer(reply, reply.waiting.length());
      return begins;
    }
    for (int end = sentenceEnd(reply); end > 0; end = sentenceEnd(reply)) {
      offer(reply, end);
    }
    return begins;
  }

  private boolean isOver(Reply reply) {
    int number = replies.size() - 1;
    boolean fails = number < outcomes.size() && outcomes.get(number).equals("failed");
    if (fails && !reply.finished) {
      await("the failure", reply::isClosed);
    }
    return reply.finished || reply.cancelled || reply.isClosed();
  }

  private Reply last() {
    return replies.get(replies.size() - 1);
  }

  private static int sentenceEnd(Reply reply) {
    for (int at = 1; at < reply.waiting.length(); at++) {
      boolean blank = reply.waiting.charAt(at) == ' ';
      if (blank && ".?!".indexOf(reply.waiting.charAt(at - 1)) >= 0) {
        return at + 1;
      }
    }
    return 0;
  }

  private static void offer(Reply reply, int end) {
    String piece = reply.waiting.substring(0, end);
    reply.waiting.delete(0, end);
    reply.stream.offer(piece);
  }

  @Override
  public void finish() {
    Reply reply = last();
    if (reply.waiting.length() > 0) {
      offer(reply, reply.waiting.length());
    }
    reply.finished = true;
    reply.stream.finish();
  }

  @Override
  public void cancel() {
    last().cancelled = true;
    last().stream.close();
  }

  @Override
  public boolean hasHeard(long pcmBytes) {
    if (replies.isEmpty() || last().cancelled || last().isClosed()) {
      return true;
    }
    return last().pcm().length >= pcmBytes - pcmBytes % 2;
  }

  @Override
  public void pass(Duration time) {
    clock.advance(time);
  }

  /** Waits in real time, in which the clock goes on. */
  void await(String what, BooleanSupplier condition) {
    for (int round = 0; round < ROUNDS; round++) {
      if (condition.getAsBoolean()) {
        return;
      }
      last().heard.log().letPass(Duration.ofMillis(5));
      clock.advance(Duration.ofMillis(10));
    }
    throw new AssertionError("waited in vain for " + what + "; " + last().heard.log().calls());
  }

  void awaitAllClosed() {
    for (Reply reply : replies) {
      if (reply.finished || reply.cancelled) {
        await("the end of a reply", reply::isClosed);
      }
    }
  }
}
