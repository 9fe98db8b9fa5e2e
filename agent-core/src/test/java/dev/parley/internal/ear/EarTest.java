package dev.parley.internal.ear;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.AgentException;
import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.internal.loop.SessionLoop;
import dev.parley.internal.time.HandClock;
import dev.parley.spi.Participant;
import dev.parley.spi.PluginContext;
import dev.parley.spi.PluginMetric;
import dev.parley.spi.SpeechToText;
import dev.parley.spi.SttCapabilities;
import dev.parley.spi.SttListener;
import dev.parley.spi.SttRequest;
import dev.parley.spi.SttStream;
import dev.parley.spi.Transcript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An ear without a detector: the recogniser alone tells when somebody speaks. */
class EarTest implements EarListener {
  private static final Duration FRAME = Duration.ofMillis(10);

  private final HandClock clock = new HandClock();
  private final List<String> told = new ArrayList<>();
  private final SessionLoop loop =
      new SessionLoop(
          clock,
          Runnable::run,
          failure -> {
            throw new AssertionError(failure);
          });
  private final Recogniser recogniser = new Recogniser();
  private final Ear ear =
      new Ear(
          loop,
          Participant.of("ann"),
          AudioFormat.MONO_16K,
          null,
          List.of(recogniser),
          List.of(),
          new PluginContext("s1", clock, Runnable::run),
          false,
          this);

  /** Hears so much sound. */
  private void hear(int millis) {
    for (int i = 0; i < millis / FRAME.toMillis(); i++) {
      clock.advance(FRAME.toMillis());
      loop.execute(
          () -> ear.hear(AudioFrame.silence(AudioFormat.MONO_16K, FRAME), clock.nanoTime()));
    }
  }

  private void open() {
    loop.execute(ear::open);
  }

  private SttListener heard() {
    return Objects.requireNonNull(recogniser.listener);
  }

  private static Transcript words(String text, long utterance, int startMillis, int endMillis) {
    return Transcript.builder(text)
        .span(Duration.ofMillis(startMillis), Duration.ofMillis(endMillis))
        .utterance(utterance)
        .build();
  }

  @Test
  void wordsThatEndedBeforeTheirBeginningWasToldBelongToIt() {
    open();
    hear(2_000); // they spoke from 1 s on
    heard().onSpeechStarted(Duration.ofSeconds(1));
    heard().onInterim(words("hello", 0, 1_000, 1_300));
    hear(500);
    heard().onFinal(words("hello there", 0, 1_000, 1_800));

    assertThat(told)
        .containsExactly("started 1000", "interim hello", "ended 1800", "final hello there");
  }

  @Test
  void wordsOfATimeThatFitsNothingBelongToTheSpeechThatWasToldToBegin() {
    open();
    hear(2_000);
    heard().onSpeechStarted(Duration.ofMillis(1_900));
    heard().onInterim(words("hello", 0, 1_000, 1_300));

    assertThat(told).containsExactly("started 1900", "interim hello");
  }

  @Test
  void speechOfWhichNothingMoreIsHeardEnds() {
    open();
    hear(1_000);
    heard().onSpeechStarted(Duration.ofMillis(900));
    clock.advance(6_000);
    heard().onInterim(words("hello", 0, 900, 1_000));
    clock.advance(9_999);
    assertThat(told).containsExactly("started 900", "interim hello");
    clock.advance(1);
    assertThat(told).last().isEqualTo("ended 7000");
    assertThat(clock.timers()).isZero();
  }

  @Test
  void anotherUtteranceEndsOneWhoseFinalNeverCame() {
    open();
    hear(3_000);
    heard().onSpeechStarted(Duration.ofMillis(500));
    heard().onInterim(words("hello", 0, 500, 900));
    heard().onInterim(words("are you there", 1, 2_000, 2_800));
    heard().onFinal(words("are you there", 1, 2_000, 2_900));

    assertThat(told)
        .containsExactly(
            "started 500",
            "interim hello",
            "ended 2000",
            "started 2000",
            "interim are you there",
            "ended 2900",
            "final are you there");
    assertThat(clock.timers()).isZero();
  }

  @Test
  void anEarThatIsClosedLeavesNoTimer() {
    open();
    hear(1_000);
    heard().onSpeechStarted(Duration.ofMillis(900));
    loop.execute(() -> ear.close(false));
    assertThat(clock.timers()).isZero();
  }

  private static long millis(long nanos) {
    return nanos / 1_000_000;
  }

  @Override
  public void onSpeechStarted(Stretch stretch) {
    told.add("started " + millis(stretch.began()));
  }

  @Override
  public void onVoice(Stretch stretch, boolean present) {
    told.add("voice " + present);
  }

  @Override
  public void onSpeechEnded(Stretch stretch) {
    told.add("ended " + millis(stretch.soundEnd()));
  }

  @Override
  public void onInterim(Stretch stretch) {
    told.add("interim " + stretch.text());
  }

  @Override
  public void onFinal(Stretch stretch, String text) {
    told.add("final " + text);
  }

  @Override
  public void onEndOfTurn(String who) {
    told.add("end of turn");
  }

  @Override
  public void onError(String source, AgentException error) {
    told.add("error " + error.getMessage());
  }

  @Override
  public void onMetric(PluginMetric metric) {
    told.add("metric " + metric.name());
  }

  @Override
  public void onClosed(Ear closed) {}

  /** Says what the test has it say. */
  private static final class Recogniser extends SpeechToText {
    private @Nullable SttListener listener;

    @Override
    public String name() {
      return "prompted";
    }

    @Override
    public SttCapabilities capabilities() {
      return new SttCapabilities(true, true, true);
    }

    @Override
    public SttStream open(SttRequest request, SttListener listener) {
      this.listener = listener;
      return new SttStream() {
        @Override
        public boolean offer(AudioFrame frame) {
          return true;
        }

        @Override
        public void finish() {}

        @Override
        public void close() {}
      };
    }

    @Override
    public void close() {}
  }
}
