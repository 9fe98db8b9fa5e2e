package dev.parley.brain.langchain4j;

import static dev.parley.brain.langchain4j.Models.ask;
import static dev.parley.brain.langchain4j.Models.request;
import static dev.parley.brain.langchain4j.Models.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.guardrail.InputGuardrail;
import dev.langchain4j.guardrail.InputGuardrailResult;
import dev.langchain4j.guardrail.OutputGuardrail;
import dev.langchain4j.guardrail.OutputGuardrailResult;
import dev.parley.AgentException;
import dev.parley.ErrorKind;
import dev.parley.spi.PluginContext;
import dev.parley.spi.ReplyRequest;
import dev.parley.testkit.RecordingReplyListener;
import dev.parley.testkit.TestContexts;
import dev.parley.testkit.openai.ModelAnswer;
import dev.parley.testkit.openai.ScriptedOpenAi;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Guardrails and functions of the application that fail, or take their time. */
class ApplicationCodeTest {
  private final ScriptedOpenAi server = ScriptedOpenAi.answering(ModelAnswer.text("Hi."));
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch interrupted = new CountDownLatch(1);

  @AfterEach
  void closeServer() {
    server.close();
  }

  /** Does something before it lets anything pass. */
  private record Before(Runnable work) implements InputGuardrail {
    @Override
    public InputGuardrailResult validate(UserMessage message) {
      work.run();
      return success();
    }
  }

  private record After(Runnable work) implements OutputGuardrail {
    @Override
    public OutputGuardrailResult validate(AiMessage message) {
      work.run();
      return success();
    }
  }

  private static void fail() {
    throw new IllegalStateException("failed on: my secret");
  }

  private static AgentException errorOf(LangChain4jBrain brain) {
    var heard = ask(brain, request(said("my secret")).build());
    AgentException error = heard.log().awaitClosed().error().orElseThrow();
    var stack = new StringWriter();
    error.printStackTrace(new PrintWriter(stack, true));
    assertThat(stack.toString()).doesNotContain("my secret").contains("ApplicationCodeTest");
    return error;
  }

  @Test
  void theFailureOfAGuardrailOrAFunctionIsToldWithoutWords() {
    AgentException input =
        errorOf(Models.brain(server).inputGuardrails(new Before(() -> fail())).build());
    assertThat(input.kind()).isEqualTo(ErrorKind.INTERNAL);
    assertThat(input)
        .hasMessage(
            "the input guardrail %s failed with java.lang.IllegalStateException; see the stack of the cause",
            Before.class.getName());
    assertThat(errorOf(Models.brain(server).outputGuardrails(new After(() -> fail())).build()))
        .hasMessageContainingAll("the output guardrail " + After.class.getName());
    Function<ReplyRequest, String> broken =
        asked -> {
          fail();
          return "";
        };
    assertThat(errorOf(Models.brain(server).systemMessage(broken).build()))
        .hasMessageContainingAll("the function of the system message", "IllegalStateException");
  }

  @Test
  void anErrorEndsTheReplyToo() {
    Runnable broken =
        () -> {
          throw new NoClassDefFoundError("x/Y");
        };
    assertThat(errorOf(Models.brain(server).inputGuardrails(new Before(broken)).build()))
        .hasMessageContainingAll(Before.class.getName(), "NoClassDefFoundError");
    assertThat(errorOf(Models.brain(server).outputGuardrails(new After(broken)).build()))
        .hasMessageContainingAll(After.class.getName(), "NoClassDefFoundError");
    OutputGuard guard =
        (text, last) -> {
          throw new AssertionError("defect");
        };
    assertThat(errorOf(Models.brain(server).outputGuard(guard).build()))
        .hasMessageContainingAll("the output guard", "AssertionError");
  }

  private void hang() {
    begun.countDown();
    try {
      boolean unused = new CountDownLatch(1).await(1, TimeUnit.DAYS);
    } catch (InterruptedException e) {
      interrupted.countDown();
    }
  }

  private void assertInterruptedByClose(LangChain4jBrain brain) throws InterruptedException {
    assertInterruptedByClose(brain, TestContexts.realTime());
  }

  private void assertInterruptedByClose(LangChain4jBrain brain, PluginContext context)
      throws InterruptedException {
    var heard = new RecordingReplyListener();
    var reply = brain.open(request(context, said("Hello.")).build(), heard);
    assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
    reply.close();
    assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
    heard.log().awaitClosed();
  }

  @Test
  void aCloseInterruptsAnInputGuardrailAndItsVerdictDoesNotCount() throws Exception {
    InputGuardrail shy =
        new InputGuardrail() {
          @Override
          public InputGuardrailResult validate(UserMessage message) {
            if (interrupted.getCount() == 0) {
              return success();
            }
            hang();
            return fatal("the check has failed");
          }
        };
    LangChain4jBrain brain = Models.brain(server).inputGuardrails(shy).build();
    var context = TestContexts.realTime();
    assertInterruptedByClose(brain, context);
    assertThat(ask(brain, request(context, said("Hello.")).build()).text()).isEqualTo("Hi.");
  }

  @Test
  void aCloseInterruptsAnOutputGuardrail() throws Exception {
    assertInterruptedByClose(Models.brain(server).outputGuardrails(new After(this::hang)).build());
  }

  @Test
  void aCloseInterruptsTheFunctionOfTheSystemMessage() throws Exception {
    Function<ReplyRequest, String> slow =
        asked -> {
          hang();
          return "";
        };
    assertInterruptedByClose(Models.brain(server).systemMessage(slow).build());
    assertThat(server.exchanges()).isEmpty();
  }
}
