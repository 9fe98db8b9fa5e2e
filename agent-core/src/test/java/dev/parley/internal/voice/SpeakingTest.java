package dev.parley.internal.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.AgentException;
import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.internal.failover.Alternatives;
import dev.parley.internal.loop.SessionLoop;
import dev.parley.internal.time.HandClock;
import dev.parley.spi.CloseReason;
import dev.parley.spi.PluginContext;
import dev.parley.spi.PluginMetric;
import dev.parley.spi.TextToSpeech;
import dev.parley.spi.TtsCapabilities;
import dev.parley.spi.TtsListener;
import dev.parley.spi.TtsRequest;
import dev.parley.spi.TtsStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeakingTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final HandClock clock = new HandClock();
  private final List<String> told = new ArrayList<>();
  private final SessionLoop loop =
      new SessionLoop(clock, Runnable::run, failure -> told.add("defect " + failure));
  private final Prompter vendor = new Prompter();
  private final Voice voice =
      new Voice(
          loop,
          new Alternatives<>(List.of(vendor)),
          new PluginContext("s1", clock, Runnable::run),
          AudioFormat.MONO_16K);
  private final Speech speech = voice.newSpeech();
  private final Speaking speaking = voice.speak(1, speech, new Told());

  @Test
  void aVoiceOfAnotherRateIsNotMissedAfterItsEnd() {
    speaking.offer("Hello.");
    speaking.finish();
    vendor.stream().speak(SECOND);
    vendor.stream().end(CloseReason.finished());
    clock.advance(60_000);

    assertThat(told).containsOnly("first audio", "progress");
    assertThat(speech.receivedNanos()).isEqualTo(SECOND.toNanos());
    assertThat(clock.timers()).isZero();
  }

  @Test
  void aVoiceThatFallsSilentBeforeItsEndHasFailed() {
    speaking.offer("Hello.");
    speaking.finish();
    vendor.stream().speak(SECOND);
    clock.advance(60_000);

    assertThat(told).contains("failed the voice sent nothing for 10 s");
    assertThat(vendor.stream().closed).isTrue();
    assertThat(clock.timers()).isZero();
  }

  @Test
  void aVoiceThatNeverBeginsIsTriedTwice() {
    speaking.offer("Hello.");
    clock.advance(60_000);

    assertThat(vendor.streams).hasSize(2).allMatch(stream -> stream.closed);
    assertThat(told)
        .containsExactly(
            "error the voice sent nothing for 10 s",
            "error the voice sent nothing for 10 s",
            "failed the voice sent nothing for 10 s");
  }

  @Test
  void aVoiceThatOnlyExpectsTextOwesNothing() {
    speaking.anticipate("Hello. ");
    clock.advance(60_000);
    assertThat(told).isEmpty();

    speaking.offer("Hello. ");
    clock.advance(9_999);
    assertThat(told).isEmpty();
    clock.advance(1);
    assertThat(told).containsExactly("error the voice sent nothing for 10 s");
  }

  @Test
  void aPieceIsExpectedOnceAndSpokenByTheStreamThatExpectedIt() {
    speaking.anticipate("Hello. ");
    speaking.anticipate("Hello.\" ");
    speaking.offer("Hello.\" ");
    speaking.anticipate("Bye. ");

    assertThat(vendor.streams).hasSize(1);
    assertThat(vendor.stream().expected).containsExactly("Hello. ", "Bye. ");
    assertThat(vendor.stream().offered).containsExactly("Hello.\" ");
  }

  private final class Told implements Voice.Listener {
    @Override
    public void onFirstAudio(Speech speech) {
      told.add("first audio");
    }

    @Override
    public void onProgress(Speech speech) {
      told.add("progress");
    }

    @Override
    public void onError(AgentException error) {
      told.add("error " + error.getMessage());
    }

    @Override
    public void onFailed(Speech speech, AgentException error) {
      told.add("failed " + error.getMessage());
    }

    @Override
    public void onMetric(PluginMetric metric) {
      told.add("metric");
    }
  }

  /** A voice at 24 kHz that speaks when the test says so. */
  private static final class Prompter extends TextToSpeech {
    private final List<Line> streams = new ArrayList<>();

    Line stream() {
      return streams.get(streams.size() - 1);
    }

    @Override
    public String name() {
      return "prompter";
    }

    @Override
    public TtsCapabilities capabilities() {
      return new TtsCapabilities(AudioFormat.MONO_24K, false, false);
    }

    @Override
    public TtsStream open(TtsRequest request, TtsListener listener) {
      var line = new Line(listener);
      streams.add(line);
      return line;
    }

    @Override
    public void close() {}
  }

  private static final class Line extends TtsStream {
    private final TtsListener listener;
    private final List<String> expected = new ArrayList<>();
    private final List<String> offered = new ArrayList<>();
    private boolean closed;

    Line(TtsListener listener) {
      this.listener = listener;
    }

    void speak(Duration length) {
      listener.onAudio(AudioFrame.silence(AudioFormat.MONO_24K, length));
    }

    void end(CloseReason reason) {
      listener.onClosed(reason);
    }

    @Override
    public boolean offer(String text) {
      offered.add(text);
      return true;
    }

    @Override
    public void anticipate(String text) {
      expected.add(text);
    }

    @Override
    public void finish() {}

    @Override
    public void close() {
      closed = true;
    }
  }
}
