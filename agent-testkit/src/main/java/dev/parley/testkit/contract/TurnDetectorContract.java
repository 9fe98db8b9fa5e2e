package dev.parley.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ConversationItem;
import dev.parley.ConversationItem.AgentSpeech;
import dev.parley.spi.Participant;
import dev.parley.spi.TurnDetector;
import dev.parley.spi.TurnQuery;
import dev.parley.testkit.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/** What every turn detector must do. Extend it in the plugin's own tests. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class TurnDetectorContract extends EngineContract<TurnDetector> {
  /** For subclasses. */
  protected TurnDetectorContract() {}

  /** A text that the detector under test takes for a finished thought. */
  protected String finished() {
    return "I would like a cup of tea, please.";
  }

  /** A text that it takes for the beginning of a thought. */
  protected String unfinished() {
    return "I would like a";
  }

  private double judge(String text, ConversationItem... before) {
    return await(start(text, before));
  }

  private CompletableFuture<Double> start(String text, ConversationItem... before) {
    var query = new TurnQuery(Participant.of("ann"), text, List.of(before), context());
    return engine().judge(query).toCompletableFuture();
  }

  private double await(CompletableFuture<Double> verdict) {
    ManualClock manual = clock();
    if (manual != null) {
      manual.advance(Duration.ofSeconds(30));
    }
    try {
      return verdict.get(30, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("no verdict", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting", e);
    }
  }

  @Test
  void aFinishedThoughtIsLikelierToBeFinished() {
    assertThat(judge(finished())).isGreaterThan(judge(unfinished()));
  }

  @Test
  void verdictsAreProbabilities() {
    for (String text :
        List.of(finished(), unfinished(), "no", "?", "a ".repeat(2_000), "Hä? 你好。 ¿Qué?")) {
      assertThat(judge(text)).isBetween(0.0, 1.0);
    }
  }

  @Test
  void theSameQuestionGetsTheSameVerdict() {
    assertThat(judge(finished())).isEqualTo(judge(finished()));
  }

  @Test
  void aConversationBeforeItIsTaken() {
    var question = new AgentSpeech("For how many people?", false);
    assertThat(judge("Two.", question)).isBetween(0.0, 1.0);
  }

  @Test
  void manyQuestionsAtOnceAreAnswered() {
    var verdicts =
        IntStream.range(0, 20)
            .mapToObj(i -> start(i % 2 == 0 ? finished() : unfinished()))
            .toList();
    verdicts.forEach(verdict -> assertThat(await(verdict)).isBetween(0.0, 1.0));
  }
}
