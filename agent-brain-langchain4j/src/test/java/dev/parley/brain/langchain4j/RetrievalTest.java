package dev.parley.brain.langchain4j;

import static dev.parley.brain.langchain4j.Models.ask;
import static dev.parley.brain.langchain4j.Models.request;
import static dev.parley.brain.langchain4j.Models.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.guardrail.InputGuardrail;
import dev.langchain4j.guardrail.InputGuardrailResult;
import dev.langchain4j.rag.AugmentationRequest;
import dev.langchain4j.rag.AugmentationResult;
import dev.langchain4j.rag.RetrievalAugmentor;
import dev.parley.ConversationItem.AgentSpeech;
import dev.parley.ConversationItem.UserTurn;
import dev.parley.testkit.RecordingReplyListener;
import dev.parley.testkit.Sound;
import dev.parley.testkit.TestContexts;
import dev.parley.testkit.openai.ModelAnswer;
import dev.parley.testkit.openai.ScriptedOpenAi;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Looking things up before the model is asked. */
class RetrievalTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final ScriptedOpenAi server = ScriptedOpenAi.answering(ModelAnswer.text("At nine."));
  private final Library library = new Library();

  @AfterEach
  void closeServer() {
    server.close();
    assertThat(server.problems()).isEmpty();
  }

  /** Adds what it knows, at once or never. */
  private static final class Library implements RetrievalAugmentor {
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private volatile boolean slow;

    @Override
    public AugmentationResult augment(AugmentationRequest request) {
      String text = ((UserMessage) request.chatMessage()).singleText();
      asked.add(text);
      begun.countDown();
      if (slow) {
        hang();
      }
      return new AugmentationResult(UserMessage.from(text + "\nKnown: opens at nine."), List.of());
    }

    private void hang() {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        interrupted.countDown();
        throw new IllegalStateException("interrupted", e);
      }
    }
  }

  private LangChain4jBrain brain(Duration budget) {
    return Models.brain(server).retrieval(library, budget).build();
  }

  @Test
  void whatWasFoundReachesTheModelButNotTheConversation() throws Exception {
    try (VoiceCall call = VoiceCall.saying(brain(LONG), "When do you open?")) {
      call.awaitReply();
      assertThat(server.exchanges().get(0).messages())
          .contains("user: When do you open?\nKnown: opens at nine.");
      assertThat(call.session().conversation().toString()).doesNotContain("Known");
    }
  }

  @Test
  void whatTakesTooLongIsDoneWithout() throws Exception {
    library.slow = true;
    var heard = ask(brain(Duration.ofMillis(50)), request(said("When?")).build());
    assertThat(heard.text()).isEqualTo("At nine.");
    assertThat(server.exchanges().get(0).messages()).contains("user: When?");
    assertThat(heard.log().metrics())
        .anySatisfy(each -> assertThat(each.name()).isEqualTo("langchain4j.retrieval.missed"));
    assertThat(library.interrupted.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void itBeginsWithTheStableInterimAndIsNotRepeated() throws Exception {
    Sound sound =
        Sound.at(Duration.ofMillis(50))
            .says("When do you open?")
            .lasts(Duration.ofSeconds(2))
            .interim(Duration.ofMillis(50), "when do you open")
            .finalAfter(Duration.ofMillis(50))
            .endOfTurn(Duration.ofMillis(50))
            .build();
    try (VoiceCall call = VoiceCall.of(brain(LONG), sound)) {
      assertThat(library.begun.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(call.of(dev.parley.TurnEvent.Ended.class)).isEmpty();
      call.awaitReply();
      assertThat(library.asked).containsExactly("when do you open");
      assertThat(server.exchanges().get(0).messages())
          .contains("user: When do you open?\nKnown: opens at nine.");
    }
  }

  @Test
  void itIsDroppedWhenTheTextChanges() throws Exception {
    library.slow = true;
    LangChain4jBrain brain = brain(Duration.ofMillis(50));
    var context = TestContexts.realTime();
    brain.anticipate(request(context, said("When do")).speculative(true).build());
    assertThat(library.begun.await(20, TimeUnit.SECONDS)).isTrue();
    brain.anticipate(request(context, said("When do you open")).speculative(true).build());
    assertThat(library.interrupted.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aFailureIsDoneWithout() {
    LangChain4jBrain brain =
        Models.brain(server)
            .retrieval(
                asked -> {
                  throw new IllegalStateException("the library is closed");
                })
            .build();
    assertThat(ask(brain, request(said("When?")).build()).text()).isEqualTo("At nine.");
  }

  /** Asks in two turns of one conversation. */
  private void askTwice(LangChain4jBrain brain, UserTurn first, UserTurn then) {
    var context = TestContexts.realTime();
    ask(brain, request(context, first).number(1, 0).build());
    var answer = new AgentSpeech("Well.", false);
    ask(brain, request(context, first, answer, then).number(2, 0).build());
  }

  @ParameterizedTest
  @CsvSource({
    "दिल क्या है?, दाल क्या है?",
    "ป่า, ปา",
    "Is C good?, Is C++ good?",
    "It is 5 degrees, It is -5 degrees",
    "It is 3.5 degrees, It is 35 degrees",
    "My polish., My Polish!"
  })
  void theModelIsGivenTheWordsThatWereSaid(String before, String said) {
    var context = TestContexts.realTime();
    LangChain4jBrain brain = brain(LONG);
    brain.anticipate(request(context, said(before)).speculative(true).build());
    ask(brain, request(context, said(said)).build());
    assertThat(server.exchanges().get(0).messages())
        .contains("user: " + said + "\nKnown: opens at nine.");
  }

  @Test
  void whatAnAugmentorMakesOfAnInterimDoesNotReplaceTheWords() {
    LangChain4jBrain brain =
        Models.brain(server)
            .retrieval(
                asked -> new AugmentationResult(UserMessage.from("Known: nothing."), List.of()),
                LONG)
            .build();
    var context = TestContexts.realTime();
    brain.anticipate(request(context, said("my polish")).speculative(true).build());
    ask(brain, request(context, said("My Polish.")).build());
    assertThat(server.exchanges().get(0).messages())
        .contains("user: My Polish.\n\nKnown: nothing.");
  }

  @Test
  void transcriptsThatDifferInMarksAndCaseSayTheSame() {
    assertThat(SpokenWords.key("\u00dcber alles, wirklich?"))
        .isEqualTo(SpokenWords.key("u\u0308ber alles wirklich"));
    assertThat(SpokenWords.key("¿Qué hora es?")).isEqualTo("qué hora es");
    assertThat(SpokenWords.key("Is C++ 3.5 good … or # 5?")).isEqualTo("is c++ 3.5 good or # 5");
  }

  @Test
  void theSameWordsInALaterTurnAreLookedUpAnew() {
    askTwice(brain(LONG), said("Is it there?"), said("Is it there?"));
    assertThat(library.asked).hasSize(2);
  }

  @Test
  void theSameWordsOfSomebodyElseAreLookedUpAnew() throws Exception {
    var context = TestContexts.realTime();
    LangChain4jBrain brain = brain(LONG);
    brain.anticipate(request(context, said("My balance?")).speculative(true).build());
    assertThat(library.begun.await(20, TimeUnit.SECONDS))
        .isTrue(); // else it may be dropped unasked
    ask(brain, request(context, new UserTurn("bob", "Bob", "My balance?")).build());
    assertThat(library.asked).hasSize(2);
  }

  @Test
  void aLookupThatFailedIsTriedAgain() {
    var asked = new AtomicInteger();
    LangChain4jBrain brain =
        Models.brain(server)
            .retrieval(
                request -> {
                  if (asked.incrementAndGet() == 1) {
                    throw new IllegalStateException("the library is closed");
                  }
                  return library.augment(request);
                },
                LONG)
            .build();
    var context = TestContexts.realTime();
    ask(brain, request(context, said("When?")).build());
    ask(brain, request(context, said("When?")).build());
    assertThat(server.exchanges().get(1).messages()).contains("user: When?\nKnown: opens at nine.");
  }

  @Test
  void itIsDroppedWhenTheReplyIsClosed() throws Exception {
    library.slow = true;
    var heard = new RecordingReplyListener();
    var reply = brain(LONG).open(request(said("When?")).build(), heard);
    assertThat(library.begun.await(20, TimeUnit.SECONDS)).isTrue();
    reply.close();
    assertThat(library.interrupted.await(10, TimeUnit.SECONDS)).isTrue(); // before its budget ends
  }

  @Test
  void whatAGuardrailRefusesIsNotLookedUp() {
    LangChain4jBrain brain =
        Models.brain(server)
            .retrieval(library, LONG)
            .inputGuardrails(new Doorkeeper(false))
            .build();
    var context = TestContexts.realTime();
    brain.anticipate(request(context, said("secret")).speculative(true).build());
    ask(brain, request(context, said("secret")).build());
    ask(brain, request(context, said("secret"), said("Hello")).build());
    assertThat(library.asked).containsExactly("Hello");
  }

  @Test
  void aGuardrailIsAskedOnceByAllWhoWaitForIt() {
    var keeper = new Doorkeeper(true);
    LangChain4jBrain brain =
        Models.brain(server).retrieval(library, LONG).inputGuardrails(keeper).build();
    ask(brain, request(said("Hello")).build());
    assertThat(keeper.asked).hasValue(1);
  }

  /** Refuses secrets; may wait a little, for somebody else to ask the same. */
  private static final class Doorkeeper implements InputGuardrail {
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch again = new CountDownLatch(2);
    private final boolean waits;

    private Doorkeeper(boolean waits) {
      this.waits = waits;
    }

    @Override
    public InputGuardrailResult validate(UserMessage message) {
      asked.incrementAndGet();
      again.countDown();
      try {
        boolean unused = waits && again.await(300, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        throw new IllegalStateException("interrupted", e);
      }
      return message.singleText().contains("secret") ? fatal("secret") : success();
    }
  }
}
