package dev.parley.tts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.AgentRuntime;
import dev.parley.AgentSession;
import dev.parley.ReplyOutcome;
import dev.parley.ReplyResult;
import dev.parley.VoiceAgent;
import dev.parley.spi.RoomRequest;
import dev.parley.spi.TextToSpeech;
import dev.parley.testkit.FakeTransport;
import dev.parley.testkit.Talk;
import dev.parley.testkit.tts.VoiceVendor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In a session, a voice that dies in mid-sentence is relieved at the first word not yet heard. */
class FailoverTest {
  private static final String SENTENCE =
      "Tomorrow evening there are several tables available beside the window, shall I reserve"
          + " one?";

  /** What {@link VoiceVendor} takes to say a character. */
  private static final int MILLIS_A_CHARACTER = 10;

  private static final long AUDIO_MILLIS = (long) SENTENCE.length() * MILLIS_A_CHARACTER;

  /** A blank before or behind the words may be said by either voice, or by none. */
  private static final long BLANKS_MILLIS = 40;

  /** More than the writes of which it takes the most: two answers, and one that warms up. */
  private static final int WRITES = 20;

  /** The voice that dies, and whether it tells when its words sound before it is done. */
  record Case(
      String name,
      Supplier<VoiceVendor> vendor,
      Function<String, TextToSpeech> voice,
      boolean timesFirst) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> voices() {
    return Stream.of(
        new Case(
            "openai", // one request after the other, so that the writes have one order
            VoiceVendor::openAi,
            url -> patient(OpenAiTts.builder()).requestsAtOnce(1).baseUrl(url + "/v1").build(),
            false),
        new Case(
            "elevenlabs",
            VoiceVendor::elevenLabs,
            url -> patient(ElevenLabsTts.builder()).apiKey("k").baseUrl(url).build(),
            true),
        new Case("cartesia", VoiceVendor::cartesia, FailoverTest::cartesia, true),
        new Case(
            "aura",
            VoiceVendor::aura,
            url ->
                patient(DeepgramTts.builder()).apiKey("k").model("aura-2-x").baseUrl(url).build(),
            false),
        new Case(
            "flux",
            VoiceVendor::flux,
            url -> patient(DeepgramTts.builder()).apiKey("k").baseUrl(url).build(),
            false),
        new Case(
            "assemblyai",
            VoiceVendor::assemblyAi,
            url -> patient(AssemblyAiTts.builder()).apiKey("k").baseUrl(url).build(),
            false));
  }

  /** A slow machine must not look like a vendor that died. */
  private static <B extends VoiceBuilder<B>> B patient(B builder) {
    return builder.firstByteTimeout(Duration.ofMinutes(1)).gapTimeout(Duration.ofMinutes(1));
  }

  private static TextToSpeech cartesia(String url) {
    return patient(CartesiaTts.builder()).apiKey("k").baseUrl(url).build();
  }

  @ParameterizedTest
  @MethodSource("voices")
  void aVoiceThatDiesAnywhereIsRelievedAndEachWordIsSaidOnce(Case each) throws Exception {
    var runs = new ArrayList<Run>();
    try {
      for (int write = 1; write <= WRITES; write++) {
        runs.add(new Run(each, write));
      }
      for (Run run : runs) {
        assertSaidOnce(each, run);
      }
      assertThat(runs.stream().map(Run::rest))
          .as("%s died in mid-sentence", each)
          .anyMatch(rest -> !rest.isEmpty() && rest.length() < SENTENCE.length());
    } finally {
      for (Run run : runs) {
        run.close();
      }
    }
  }

  private static void assertSaidOnce(Case each, Run run) throws Exception {
    ReplyResult result = run.result();
    String rest = run.rest();
    assertThat(result.outcome()).isEqualTo(ReplyOutcome.COMPLETED);
    assertThat(result.heard()).isEqualTo(SENTENCE);
    assertThat(" " + SENTENCE).as("from a word on").endsWith(rest.isEmpty() ? "" : " " + rest);
    if (each.timesFirst()) {
      assertThat(result.played().toMillis())
          .as("the audio of each word once; the substitute said: %s", rest)
          .isBetween(AUDIO_MILLIS - BLANKS_MILLIS, AUDIO_MILLIS + BLANKS_MILLIS);
    }
  }

  /** One session whose first voice dies at one write. */
  private static final class Run {
    final VoiceVendor dying;
    final VoiceVendor substitute = VoiceVendor.cartesia();
    private final TextToSpeech voices;
    private final AgentSession session;
    private final CompletableFuture<ReplyResult> reply;

    Run(Case each, int write) {
      dying = each.vendor().get();
      dying.cutInsteadOfWrite(write);
      voices =
          TextToSpeech.withFallback(each.voice().apply(dying.url()), cartesia(substitute.url()));
      session =
          VoiceAgent.builder()
              .textToSpeech(voices)
              .runtime(AgentRuntime.shared())
              .build()
              .start(FakeTransport.builder(Talk.of()).build(), RoomRequest.of("test"));
      reply = session.say(SENTENCE).toCompletableFuture();
    }

    ReplyResult result() throws Exception {
      return reply.get(1, TimeUnit.MINUTES);
    }

    /** What the substitute was asked to say. */
    String rest() {
      return substitute.messages().stream()
          .map(each -> Objects.requireNonNull(Json.parse(each)).path("transcript").asText())
          .collect(Collectors.joining())
          .strip();
    }

    void close() throws Exception {
      session.close();
      session.awaitClosed(Duration.ofSeconds(30));
      voices.close();
      dying.close();
      substitute.close();
    }
  }
}
