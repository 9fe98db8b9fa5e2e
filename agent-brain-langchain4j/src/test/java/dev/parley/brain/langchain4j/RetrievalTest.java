package dev.parley.brain.langchain4j;

import static dev.parley.brain.langchain4j.Models.ask;
import static dev.parley.brain.langchain4j.Models.request;
import static dev.parley.brain.langchain4j.Models.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.rag.AugmentationRequest;
import dev.langchain4j.rag.AugmentationResult;
import dev.langchain4j.rag.RetrievalAugmentor;
import dev.parley.testkit.Sound;
import dev.parley.testkit.openai.ModelAnswer;
import dev.parley.testkit.openai.ScriptedOpenAi;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
          .contains("user: when do you open\nKnown: opens at nine.");
    }
  }

  @Test
  void itIsDroppedWhenTheTextChanges() throws Exception {
    library.slow = true;
    LangChain4jBrain brain = brain(Duration.ofMillis(50));
    var context = dev.parley.testkit.TestContexts.realTime();
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
}
