package dev.parley.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.spi.CloseReason.Kind;
import dev.parley.spi.TextToSpeech;
import dev.parley.spi.TtsRequest;
import dev.parley.spi.TtsStream;
import dev.parley.testkit.RecordingTtsListener;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The part of {@link TextToSpeechContract} that is about how streams end. */
abstract class TextToSpeechEnds extends EngineContract<TextToSpeech> {
  TextToSpeechEnds() {}

  /**
   * The {@code number}-th sentence for the engine to speak, from 0 to 19, with the blank after it;
   * all different.
   */
  protected String sentence(int number) {
    return "This is sentence number " + number + ". ";
  }

  final TtsStream open(RecordingTtsListener heard) {
    return open(1, heard);
  }

  final TtsStream open(int reply, RecordingTtsListener heard) {
    return engine().open(new TtsRequest(reply, null, context()), heard);
  }

  final RecordingTtsListener newListener() {
    return new RecordingTtsListener(clock());
  }

  /**
   * Offers a piece as a session does: again after {@code onReady} when the stream takes no more
   * now.
   */
  static void offer(TtsStream stream, String text, RecordingTtsListener heard) {
    int ready = heard.log().count("ready");
    if (!stream.offer(text)) {
      heard.log().awaitCall("ready", ready + 1);
      assertThat(stream.offer(text)).as("the piece is taken after onReady").isTrue();
    }
  }

  final void offerSentences(int count, TtsStream stream, RecordingTtsListener heard) {
    IntStream.range(0, count).forEach(number -> offer(stream, sentence(number), heard));
  }

  @Test
  void closingWithAQueueOfFourFallsSilent() {
    var heard = newListener();
    TtsStream stream = open(heard);
    offerSentences(4, stream, heard);
    stream.close();
    assertClosedOnce(heard.log(), Kind.CANCELLED);
  }

  @Test
  void closingWithinTheFirstAudioFallsSilent() {
    var heard = newListener();
    TtsStream stream = open(heard);
    heard.log().onNext("audio", stream::close);
    offerUntilClosed(4, stream, heard);
    assertClosedOnce(heard.log(), Kind.CANCELLED);
    assertThat(heard.log().results()).as("calls").endsWith("audio", "closed");
    assertThat(heard.log().count("audio")).as("audio in spite of the close").isEqualTo(1);
  }

  /**
   * Offers to a stream that may be closed meanwhile by its own listener: a piece is refused for
   * good then.
   */
  private void offerUntilClosed(int count, TtsStream stream, RecordingTtsListener heard) {
    for (int number = 0; number < count; number++) {
      String piece = sentence(number);
      heard.log().await("room for a piece", () -> stream.offer(piece) || isClosed(heard));
    }
  }

  private static boolean isClosed(RecordingTtsListener heard) {
    return heard.log().closeReason().isPresent();
  }

  @Test
  void theNextStreamSpeaksAfterOneWasClosed() {
    var cut = newListener();
    TtsStream first = open(1, cut);
    offerSentences(4, first, cut);
    first.close();
    var heard = newListener();
    TtsStream second = open(2, heard);
    offer(second, sentence(0), heard);
    second.finish();
    assertClosedOnce(heard.log(), Kind.FINISHED);
    assertThat(heard.audioLength()).isPositive();
    assertClosedOnce(cut.log(), Kind.CANCELLED);
  }

  @Test
  void finishingWithoutTextCloses() {
    var heard = newListener();
    open(heard).finish();
    assertClosedOnce(heard.log(), Kind.FINISHED);
    assertThat(heard.audioLength()).isZero();
  }

  @Test
  void finishingTwiceEndsTheStreamOnce() {
    var heard = newListener();
    TtsStream stream = open(heard);
    offer(stream, sentence(0), heard);
    stream.finish();
    stream.finish();
    assertClosedOnce(heard.log(), Kind.FINISHED);
  }

  @Test
  void closingTwiceEndsTheStreamOnce() {
    var heard = newListener();
    TtsStream stream = open(heard);
    offer(stream, sentence(0), heard);
    stream.close();
    stream.close();
    assertClosedOnce(heard.log(), Kind.CANCELLED);
  }

  @Test
  void closingBeforeTheVendorIsReadyEndsTheStreamOnce() {
    var heard = newListener();
    open(heard).close();
    assertClosedOnce(heard.log(), Kind.CANCELLED);
    assertThat(heard.log().results()).containsExactly("closed");
  }

  @Test
  void closingAfterFinishEndsTheStreamOnce() {
    var heard = newListener();
    TtsStream stream = open(heard);
    offerSentences(2, stream, heard);
    stream.finish();
    stream.close();
    assertClosedOnce(heard.log());
  }

  @Test
  void closingWithinTheLastCallDoesNothing() {
    var heard = newListener();
    TtsStream stream = open(heard);
    heard.log().onNext("closed", stream::close);
    offer(stream, sentence(0), heard);
    stream.finish();
    assertClosedOnce(heard.log(), Kind.FINISHED);
  }

  @Test
  void textAfterTheEndIsRefused() {
    var heard = newListener();
    TtsStream stream = open(heard);
    stream.close();
    assertThat(stream.offer(sentence(0))).as("offer after close").isFalse();
    heard.log().awaitClosed();
    assertThat(stream.offer(sentence(1))).as("offer after closed").isFalse();
    assertClosedOnce(heard.log(), Kind.CANCELLED);
  }

  @Test
  void textAfterFinishIsRefused() {
    var heard = newListener();
    TtsStream stream = open(heard);
    offer(stream, sentence(0), heard);
    stream.finish();
    assertThat(stream.offer(sentence(1))).as("offer after finish").isFalse();
    assertClosedOnce(heard.log(), Kind.FINISHED);
  }
}
