package dev.parley.tts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.AgentException;
import dev.parley.ErrorKind;
import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.audio.Resampler;
import dev.parley.spi.CloseReason;
import dev.parley.spi.TextToSpeech;
import dev.parley.spi.Word;
import dev.parley.testkit.tts.VoiceFixture;
import dev.parley.testkit.tts.VoiceFixturePlayer;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plays every fixture of every vendor, and compares what comes of it with what must. */
class VendorFixturesTest {
  private static final Map<String, ErrorKind> KINDS =
      Map.of(
          "invalid_request", ErrorKind.BAD_REQUEST,
          "auth", ErrorKind.AUTHENTICATION,
          "quota", ErrorKind.QUOTA,
          "rate_limited", ErrorKind.RATE_LIMITED,
          "server", ErrorKind.SERVER,
          "connection", ErrorKind.NETWORK,
          "timeout", ErrorKind.TIMEOUT,
          "no_audio", ErrorKind.PROTOCOL);

  static Stream<VoiceFixture> fixtures() {
    return FixtureVoices.VENDORS.stream().flatMap(vendor -> VoiceFixture.all(vendor).stream());
  }

  static Stream<VoiceFixture> fixturesWithWords() {
    return fixtures()
        .filter(
            each ->
                each.expect().path("words").isArray() || each.expect().has("words_after_cancel"));
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void whatComesOfAScriptIsWhatItExpects(VoiceFixture fixture) {
    JsonNode expect = fixture.expect();
    try (var player = new VoiceFixturePlayer(fixture, FixtureVoices.needsExpansion(fixture));
        TextToSpeech voice = FixtureVoices.voice(fixture, player.url())) {
      var session = new FixtureSession(voice, texts(expect.path("outcome")));
      player.play(session);
      session.awaitAllClosed();
      assertOutcomes(expect, session);
      assertAudio(fixture, session);
      assertErrors(expect, session);
      assertCounts(expect, player, session, FixtureVoices.inner(voice));
    }
  }

  @ParameterizedTest
  @MethodSource("fixturesWithWords")
  void wordsSoundWhenTheScriptSays(VoiceFixture fixture) {
    JsonNode expect = fixture.expect();
    try (var player = new VoiceFixturePlayer(fixture, true);
        TextToSpeech voice = FixtureVoices.voice(fixture, player.url())) {
      var session = new FixtureSession(voice, texts(expect.path("outcome")));
      player.play(session);
      session.awaitAllClosed();
      boolean cut = expect.has("words_after_cancel");
      List<Word> words = session.replies().get(cut ? 1 : 0).heard.words();
      assertWords(expect.path(cut ? "words_after_cancel" : "words"), words);
      for (JsonNode at : expect.path("heard_text_at_ms")) {
        assertThat(heardAt(words, at.get(0).asLong())).isEqualTo(at.get(1).asText());
      }
      if (expect.has("audio_ms") && FixtureVoices.isExpanded(fixture)) {
        assertThat(session.replies().get(0).heard.audioLength())
            .isEqualTo(Duration.ofMillis(expect.path("audio_ms").asLong()));
      }
    }
  }

  private static void assertWords(JsonNode expected, List<Word> words) {
    var wanted = new ArrayList<String>();
    expected.forEach(
        each -> wanted.add(each.get(0).asText() + " " + each.get(1) + " " + each.get(2)));
    assertThat(words)
        .extracting(
            each -> each.text() + " " + each.start().toMillis() + " " + each.end().toMillis())
        .containsExactlyElementsOf(wanted);
  }

  /** What the listener has heard: a word counts when it has begun. */
  private static String heardAt(List<Word> words, long millis) {
    return words.stream()
        .filter(each -> each.start().toMillis() < millis)
        .map(Word::text)
        .collect(Collectors.joining(" "));
  }

  private static List<String> texts(JsonNode node) {
    var texts = new ArrayList<String>();
    if (node.isArray()) {
      node.forEach(each -> texts.add(each.asText()));
    } else {
      texts.add(node.asText());
    }
    return texts;
  }

  private static void assertOutcomes(JsonNode expect, FixtureSession session) {
    List<String> outcomes = texts(expect.path("outcome"));
    List<FixtureSession.Reply> replies = told(expect, session);
    for (int i = 0; i < outcomes.size(); i++) {
      FixtureSession.Reply reply = replies.get(i);
      CloseReason reason = reply.heard.log().closeReason().orElseThrow();
      String outcome = reason.isFailure() ? "failed" : reply.cancelled ? "cancelled" : "completed";
      assertThat(outcome).as("reply %s: %s", i, reason).isEqualTo(outcomes.get(i));
      assertThat(reply.heard.log().violations()).isEmpty();
    }
  }

  /** A single outcome after replies that were cut is that of the last, else that of the first. */
  private static List<FixtureSession.Reply> told(JsonNode expect, FixtureSession session) {
    boolean last = expect.path("outcome").isTextual() && session.replies().get(0).cancelled;
    int size = session.replies().size();
    return last ? session.replies().subList(size - 1, size) : session.replies();
  }

  private static void assertAudio(VoiceFixture fixture, FixtureSession session) {
    JsonNode expect = fixture.expect();
    List<FixtureSession.Reply> replies = session.replies();
    if (expect.has("pcm_b64")) {
      assertThat(join(expect, session)).isEqualTo(pcm(fixture, "pcm_b64"));
    }
    if (expect.has("pcm_b64_before_cancel")) {
      assertSame(fixture, replies.get(0).pcm(), pcm(fixture, "pcm_b64_before_cancel"));
      assertSame(fixture, replies.get(1).pcm(), pcm(fixture, "pcm_b64_after_cancel"));
    }
    if (expect.has("pcm_b64_next_reply")) {
      assertThat(replies.get(1).pcm()).isEqualTo(pcm(fixture, "pcm_b64_next_reply"));
    }
  }

  /** Audio that the player lengthened is the same audio again and again. */
  private static void assertSame(VoiceFixture fixture, byte[] heard, byte[] expected) {
    byte[] wanted =
        FixtureVoices.needsExpansion(fixture) ? Arrays.copyOf(expected, heard.length) : expected;
    for (int at = expected.length; at < wanted.length; at++) {
      wanted[at] = wanted[at - expected.length];
    }
    assertThat(heard).hasSizeGreaterThanOrEqualTo(expected.length).isEqualTo(wanted);
  }

  private static byte[] join(JsonNode expect, FixtureSession session) {
    boolean all = expect.path("outcome").isArray() && !expect.has("pcm_b64_next_reply");
    var bytes = new ByteArrayOutputStream();
    List<FixtureSession.Reply> replies = told(expect, session);
    replies.subList(0, all ? replies.size() : 1).forEach(each -> bytes.writeBytes(each.pcm()));
    return bytes.toByteArray();
  }

  private static byte[] pcm(VoiceFixture fixture, String field) {
    byte[] bytes = Base64.getDecoder().decode(fixture.expect().path(field).asText());
    int rate = fixture.config().path("sample_rate").asInt();
    int sent = fixture.expect().path("sample_rate").asInt(rate);
    var resampler = new Resampler(AudioFormat.mono(sent), AudioFormat.mono(rate));
    var all = new ByteArrayOutputStream();
    all.writeBytes(resampler.process(AudioFrame.wrap(AudioFormat.mono(sent), bytes)).toByteArray());
    all.writeBytes(resampler.flush().toByteArray());
    return all.toByteArray();
  }

  private static void assertErrors(JsonNode expect, FixtureSession session) {
    JsonNode error = expect.path("error");
    if (error.isArray()) {
      for (int i = 0; i < error.size(); i++) {
        assertError(error.get(i), session.replies().get(i));
      }
    } else if (error.isObject()) {
      session.replies().stream()
          .filter(each -> each.heard.log().closeReason().filter(CloseReason::isFailure).isPresent())
          .findFirst()
          .ifPresentOrElse(
              reply -> assertError(error, reply),
              () -> {
                throw new AssertionError("no reply failed");
              });
    }
  }

  private static void assertError(JsonNode expected, FixtureSession.Reply reply) {
    AgentException error = reply.heard.log().closeReason().orElseThrow().error().orElseThrow();
    assertThat(error.kind())
        .as(error.getMessage())
        .isEqualTo(KINDS.get(expected.path("class").asText()));
    assertThat(error.isRetryable()).isEqualTo(expected.path("retryable").asBoolean());
    assertThat(error).hasMessageContaining(expected.path("message").asText());
    assertThat(error).hasMessageContaining(expected.path("code").asText());
    assertThat(error.getMessage()).doesNotContain("test-key");
    for (String status : List.of("http_status", "http_like_status")) {
      assertThat(error).hasMessageContaining(expected.path(status).asText());
    }
  }

  private static void assertCounts(
      JsonNode expect, VoiceFixturePlayer player, FixtureSession session, Voice voice) {
    FixtureSession.Reply first = session.replies().get(0);
    if (expect.has("connections")) {
      int connections = player.requests() > 0 ? player.tcpConnections() : player.connections();
      assertThat(connections).as("connections").isEqualTo(expect.path("connections").asInt());
    }
    if (expect.has("requests")) {
      assertThat(player.requests()).isEqualTo(expect.path("requests").asInt());
    }
    if (expect.has("dropped_messages")) {
      session.await(
          "late messages", () -> voice.lateMessages() == expect.path("dropped_messages").asLong());
    }
    if (expect.path("warnings").isNumber()) {
      session.await("warnings", () -> voice.warnings() == expect.path("warnings").asLong());
    } else if (expect.has("warnings")) {
      assertThat(first.metric("dropped_bytes")).isEqualTo(1);
    }
    if (expect.path("metrics").has("characters")) {
      assertThat(first.metric("characters"))
          .isEqualTo(expect.path("metrics").path("characters").asDouble());
    }
    if (expect.path("metrics").has("retries")) {
      assertThat(first.metric("retries"))
          .isEqualTo(expect.path("metrics").path("retries").asDouble());
    }
    if (expect.has("usage")) {
      assertThat(first.metric("input_tokens"))
          .isEqualTo(expect.path("usage").path("input_tokens").asDouble());
      assertThat(first.metric("output_tokens"))
          .isEqualTo(expect.path("usage").path("output_tokens").asDouble());
    }
    if (expect.has("vendor_audio_ms")) {
      assertThat(first.metric("vendor_audio.seconds") * 1_000)
          .isEqualTo(expect.path("vendor_audio_ms").asDouble());
    }
    if (expect.has("flushes")) {
      assertThat(first.heard.spoken()).containsExactly(0, 1);
    }
    for (String gap : List.of("min_gap_ms_between_requests", "min_gap_ms_between_connections")) {
      if (expect.has(gap)) {
        List<Duration> arrivals = player.arrivals();
        assertThat(arrivals.get(1).minus(arrivals.get(0)).toMillis())
            .isGreaterThanOrEqualTo(expect.path(gap).asLong());
      }
    }
  }
}
