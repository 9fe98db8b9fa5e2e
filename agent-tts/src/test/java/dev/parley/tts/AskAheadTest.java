package dev.parley.tts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.spi.CloseReason;
import dev.parley.spi.TtsRequest;
import dev.parley.spi.TtsStream;
import dev.parley.testkit.RecordingTtsListener;
import dev.parley.testkit.tts.VoiceVendor;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A sentence is asked for a token before it is certain, and only once. */
class AskAheadTest {
  private static final long HANG_SECONDS = 60;

  private final VoiceVendor vendor = VoiceVendor.openAi();
  private final OpenAiTts voice = OpenAiTts.builder().baseUrl(vendor.url() + "/v1").build();
  private final RecordingTtsListener heard = new RecordingTtsListener();
  private final TtsStream stream =
      voice.open(new TtsRequest(1, null, StillClock.session("ahead")), heard);

  @AfterEach
  void close() {
    voice.close();
    vendor.close();
  }

  /** Waits until the vendor has had so many requests; it tells of each as it answers. */
  private CountDownLatch answers(int count) {
    var latch = new CountDownLatch(count);
    vendor.beforeWriting(latch::countDown);
    return latch;
  }

  private static void await(CountDownLatch latch) throws InterruptedException {
    assertThat(latch.await(HANG_SECONDS, TimeUnit.SECONDS)).as("the vendor was asked").isTrue();
  }

  @Test
  void whatIsExpectedIsAskedForAtOnceAndNotAgain() throws InterruptedException {
    CountDownLatch asked = answers(1);
    stream.anticipate("We are open. ");
    await(asked);
    assertThat(heard.log().results()).isEmpty();

    stream.offer("We are open. ");
    stream.finish();
    assertThat(heard.log().awaitClosed().kind()).isEqualTo(CloseReason.Kind.FINISHED);
    assertThat(heard.audioLength()).isPositive();
    assertThat(vendor.requests()).isEqualTo(1);
  }

  @Test
  void anotherTextIsAskedForAnewAndTheWrongGuessCounted() throws InterruptedException {
    CountDownLatch asked = answers(1);
    stream.anticipate("Go to example. ");
    await(asked);
    stream.offer("Go to example.com. ");
    stream.finish();
    heard.log().awaitClosed();
    assertThat(vendor.requests()).isEqualTo(2);
    assertThat(heard.log().metrics()).anyMatch(each -> each.name().endsWith("asked_ahead.dropped"));
  }

  @Test
  void whoDoesNotWantItIsAskedForNothing() {
    try (OpenAiTts plain =
        OpenAiTts.builder().baseUrl(vendor.url() + "/v1").askAhead(false).build()) {
      TtsStream other = plain.open(new TtsRequest(1, null, StillClock.session("plain")), heard);
      other.anticipate("We are open. ");
      other.offer("We are open. ");
      other.finish();
      heard.log().awaitClosed();
      assertThat(vendor.requests()).isEqualTo(1);
      assertThat(heard.log().metrics()).noneMatch(each -> each.name().contains("asked_ahead"));
    }
  }

  @Test
  void aRefusalOfWhatIsNotSpokenHarmsNothing() throws InterruptedException {
    vendor.refuse(500, "{}");
    CountDownLatch asked = answers(1);
    stream.anticipate("Go to example. ");
    await(asked);
    vendor.recover();
    stream.offer("Go to example.com. ");
    stream.finish();
    assertThat(heard.log().awaitClosed().kind()).isEqualTo(CloseReason.Kind.FINISHED);
    assertThat(heard.audioLength()).isPositive();
  }

  @Test
  void anAnswerThatWasThrownAwayCannotBeTaken() {
    Call call = new OkHttpClient().newCall(new Request.Builder().url(vendor.url() + "/v1").build());
    var ahead = new AskedAhead("a", call);
    var told = new AtomicReference<String>();
    var taker =
        new Callback() {
          @Override
          public void onFailure(Call failed, IOException why) {
            told.set("failure");
          }

          @Override
          public void onResponse(Call done, Response response) {
            told.set("response");
          }
        };
    ahead.drop();
    assertThat(ahead.take(taker)).isFalse();
    assertThat(call.isCanceled()).isTrue();
    assertThat(told.get()).isNull();
  }
}
