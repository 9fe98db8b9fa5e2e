package dev.parley.tts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ErrorKind;
import dev.parley.spi.CloseReason;
import dev.parley.spi.PluginContext;
import dev.parley.spi.PluginMetric;
import dev.parley.spi.TextToSpeech;
import dev.parley.spi.TtsRequest;
import dev.parley.spi.TtsStream;
import dev.parley.testkit.RecordingTtsListener;
import dev.parley.testkit.tts.VoiceVendor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How connections are opened, shared, reused and given up. */
class ConnectionsTest {
  /** A vendor, a voice of it, and the message by which a reply is cut. */
  record Case(
      String name, VoiceVendor vendor, Function<String, TextToSpeech> voice, String cancel) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> sockets() {
    return Stream.of(
        new Case(
            "elevenlabs",
            VoiceVendor.elevenLabs(),
            url -> ElevenLabsTts.builder().apiKey("k").baseUrl(url).build(),
            "close_context"),
        new Case(
            "cartesia",
            VoiceVendor.cartesia(),
            url -> CartesiaTts.builder().apiKey("k").baseUrl(url).build(),
            "cancel"),
        new Case(
            "aura",
            VoiceVendor.aura(),
            url -> DeepgramTts.builder().apiKey("k").model("aura-2-x").baseUrl(url).build(),
            "Clear"),
        new Case(
            "flux",
            VoiceVendor.flux(),
            url -> DeepgramTts.builder().apiKey("k").baseUrl(url).build(),
            "Interrupt"),
        new Case(
            "assemblyai",
            VoiceVendor.assemblyAi(),
            url -> AssemblyAiTts.builder().apiKey("k").baseUrl(url).build(),
            "Cancel"));
  }

  private static PluginContext session(String id) {
    return StillClock.session(id);
  }

  private static RecordingTtsListener say(TextToSpeech voice, String session, String... pieces) {
    var heard = new RecordingTtsListener();
    TtsStream stream = voice.open(new TtsRequest(1, null, session(session)), heard);
    for (String piece : pieces) {
      stream.offer(piece);
    }
    stream.finish();
    return heard;
  }

  private static void assertSpoken(RecordingTtsListener heard) {
    assertThat(heard.log().awaitClosed().kind()).isEqualTo(CloseReason.Kind.FINISHED);
    assertThat(heard.audioLength()).isPositive();
  }

  private static double metric(RecordingTtsListener heard, String name) {
    return heard.log().metrics().stream()
        .filter(each -> each.name().endsWith("." + name))
        .mapToDouble(PluginMetric::value)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("sockets")
  void repliesOfASessionShareAConnectionThatWasOpenedBefore(Case each) {
    try (VoiceVendor vendor = each.vendor();
        TextToSpeech voice = each.voice().apply(vendor.url())) {
      voice.warmUp(session("a"));
      voice.warmUp(session("a"));
      for (int reply = 0; reply < 5; reply++) {
        RecordingTtsListener heard = say(voice, "a", "Hello there. ");
        assertSpoken(heard);
        assertThat(metric(heard, "connection_reused")).isEqualTo(1);
      }
      assertThat(vendor.sockets()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("sockets")
  void aCutReplyIsToldToTheVendorAndTheConnectionSurvives(Case each) {
    try (VoiceVendor vendor = each.vendor();
        TextToSpeech voice = each.voice().apply(vendor.url())) {
      for (int round = 0; round < 8; round++) {
        var cut = new RecordingTtsListener();
        TtsStream stream = voice.open(new TtsRequest(1, null, session("a")), cut);
        // Within the first audio, so that the vendor cannot have said all that it was sent.
        cut.log().onNext("audio", stream::close);
        for (int i = 0; i < 4; i++) {
          stream.offer("This is sentence number " + i + ". ");
        }
        assertThat(cut.log().awaitClosed().kind()).isEqualTo(CloseReason.Kind.CANCELLED);
        assertThat(metric(cut, "cancelled_characters")).isNotNegative();
      }
      assertSpoken(say(voice, "a", "Hello there. "));
      assertThat(vendor.messages()).anyMatch(text -> text.contains("\"" + each.cancel() + "\""));
      assertThat(vendor.sockets()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("sockets")
  void aConnectionThatDiedUnseenIsReplaced(Case each) {
    try (VoiceVendor vendor = each.vendor();
        TextToSpeech voice = each.voice().apply(vendor.url())) {
      assertSpoken(say(voice, "a", "Hello there. "));
      vendor.cutAll();
      assertSpoken(say(voice, "a", "Hello again. "));
      assertThat(vendor.sockets()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @MethodSource("sockets")
  void manySessionsSpeakAtOnce(Case each) {
    try (VoiceVendor vendor = each.vendor();
        TextToSpeech voice = each.voice().apply(vendor.url())) {
      List<RecordingTtsListener> all = new ArrayList<>();
      for (int session = 0; session < 40; session++) {
        all.add(say(voice, "s" + session, "Hello there. ", "How are you? "));
      }
      all.forEach(ConnectionsTest::assertSpoken);
      assertThat(all).allMatch(heard -> heard.audioLength().equals(all.get(0).audioLength()));
      assertThat(vendor.sockets()).isLessThanOrEqualTo(40);
    }
  }

  @ParameterizedTest
  @MethodSource("sockets")
  void formulasWithoutALetterAreNotSent(Case each) {
    try (VoiceVendor vendor = each.vendor();
        TextToSpeech voice = each.voice().apply(vendor.url())) {
      RecordingTtsListener heard = say(voice, "a", "∑ ∫ √ ", "(+) = (−) ", "∞");
      assertThat(heard.log().awaitClosed().kind()).isEqualTo(CloseReason.Kind.FINISHED);
      assertThat(heard.audio()).isEmpty();
      assertThat(vendor.sockets()).isZero();
      assertSpoken(say(voice, "a", "E = mc². ", "∑ ", "5 + 5 = 10. "));
    }
  }

  @ParameterizedTest
  @MethodSource("sockets")
  void aRefusedUpgradeIsAFailureOfTheReplyOnly(Case each) {
    try (VoiceVendor vendor = each.vendor();
        TextToSpeech voice = each.voice().apply(vendor.url())) {
      vendor.refuse(401, "{}");
      CloseReason reason = say(voice, "a", "Hello there. ").log().awaitClosed();
      assertThat(reason.error().orElseThrow().kind()).isEqualTo(ErrorKind.AUTHENTICATION);
      assertThat(vendor.sockets()).isEqualTo(1);
    }
  }

  @Test
  void repliesBeyondThePlansConnectionsAreRefusedAtOnce() {
    try (VoiceVendor vendor = VoiceVendor.flux();
        TextToSpeech voice =
            DeepgramTts.builder()
                .apiKey("k")
                .baseUrl(vendor.url())
                .mostConnections(1)
                .retries(0)
                .build()) {
      var first = new RecordingTtsListener();
      TtsStream stream = voice.open(new TtsRequest(1, null, session("a")), first);
      stream.offer("Hello there, how are you? ");
      first.log().awaitCall("audio", 1);
      CloseReason reason = say(voice, "b", "Hello. ").log().awaitClosed();
      assertThat(reason.error().orElseThrow().kind()).isEqualTo(ErrorKind.RATE_LIMITED);
      stream.finish();
      assertSpoken(first);
    }
  }

  @Test
  void contextsShareConnectionsOnlyWhenThereMayBeNoMore() {
    try (VoiceVendor vendor = VoiceVendor.elevenLabs();
        TextToSpeech voice =
            ElevenLabsTts.builder()
                .apiKey("k")
                .baseUrl(vendor.url())
                .mostConnections(2)
                .retries(0)
                .build()) {
      var streams = new ArrayList<TtsStream>();
      var listeners = new ArrayList<RecordingTtsListener>();
      for (int i = 0; i < 10; i++) {
        listeners.add(new RecordingTtsListener());
        streams.add(voice.open(new TtsRequest(1, null, session("s" + i)), listeners.get(i)));
        streams.get(i).offer("Hello there. ");
      }
      CloseReason eleventh = say(voice, "x", "Hello. ").log().awaitClosed();
      assertThat(eleventh.error().orElseThrow().kind()).isEqualTo(ErrorKind.RATE_LIMITED);
      streams.forEach(TtsStream::finish);
      listeners.forEach(ConnectionsTest::assertSpoken);
      assertThat(vendor.sockets()).isEqualTo(2);
    }
  }

  @Test
  void httpRepliesKeepTheirConnection() {
    try (VoiceVendor vendor = VoiceVendor.openAi();
        TextToSpeech voice = OpenAiTts.builder().baseUrl(vendor.url() + "/v1").build()) {
      assertSpoken(say(voice, "a", "Hello there. "));
      RecordingTtsListener second = say(voice, "a", "Hello there. ");
      assertSpoken(second);
      assertThat(metric(second, "connection_reused")).isEqualTo(1);
    }
  }

  @Test
  void everyReplyIsMeasured() {
    try (VoiceVendor vendor = VoiceVendor.cartesia();
        TextToSpeech voice = CartesiaTts.builder().apiKey("k").baseUrl(vendor.url()).build()) {
      RecordingTtsListener heard = say(voice, "a", "Hello there. ", "How are you?");
      assertSpoken(heard);
      assertThat(metric(heard, "characters")).isEqualTo(25);
      assertThat(metric(heard, "audio.seconds")).isEqualTo(0.25);
      assertThat(metric(heard, "connection_reused")).isZero();
      assertThat(metric(heard, "time_to_first_byte.seconds")).isPositive();
      assertThat(metric(heard, "time_to_first_audible.seconds"))
          .isGreaterThanOrEqualTo(metric(heard, "time_to_first_byte.seconds"));
      assertThat(metric(heard, "leading_silence.seconds")).isZero();
    }
  }
}
