package dev.parley.brain.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.rag.AugmentationResult;
import dev.parley.spi.PluginContext;
import dev.parley.spi.ReplyRequest;
import dev.parley.testkit.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who waits for a lookup, and for how long. */
class LookupTest {
  private static final Duration BUDGET = Duration.ofMillis(300);

  private final ManualClock clock = new ManualClock();
  private final PluginContext context = new PluginContext("test", clock, task -> {}); // never ends
  private final SessionNotes notes = new SessionNotes();
  private final List<@Nullable Found> given = new ArrayList<>();
  private final Retrieval retrieval =
      new Retrieval(
          asked -> new AugmentationResult(asked.chatMessage(), List.of()),
          BUDGET,
          new Composer(
              request -> "",
              request -> ChatRequestParameters.builder().build(),
              new HistoryWindow(10),
              new InputScreen(List.of()),
              new ToolSchemas(),
              false));

  private ReplyRequest request(boolean speculative) {
    return Models.request(context, Models.said("When?")).speculative(speculative).build();
  }

  private LookupUse use(boolean speculative) {
    LookupUse use = retrieval.use(notes, request(speculative));
    assertThat(use).isNotNull();
    use.await(clock, retrieval.patience(request(speculative)), given::add);
    return use;
  }

  private Lookup lookup() {
    var like = new Lookup(Models.said("When?"), 1, () -> new Found("", ""));
    Lookup known = notes.known(like);
    assertThat(known).isNotNull();
    return known;
  }

  @Test
  void theBudgetCountsFromTheEndOfTheTurn() {
    LookupUse speculative = use(true);
    clock.advance(BUDGET.multipliedBy(2));
    assertThat(given).isEmpty();
    use(false);
    speculative.end();
    clock.advance(BUDGET.minusMillis(1));
    assertThat(given).hasSize(1); // the one that was ended
    lookup().result().complete(new Found("When?", "found"));
    assertThat(given).last().isEqualTo(new Found("When?", "found"));
  }

  @Test
  void whatIsTooLateIsDoneWithout() {
    use(false);
    Lookup lookup = lookup();
    clock.advance(BUDGET);
    assertThat(given).containsExactly((Found) null);
    assertThat(lookup.result()).isCancelled();
  }

  @Test
  void aRequestWhoseTurnDoesNotEndDoesNotWaitForEver() {
    use(true);
    clock.advance(BUDGET.plusSeconds(1));
    assertThat(given).containsExactly((Found) null);
  }

  @Test
  void itIsDroppedWithItsLastUse() {
    LookupUse first = use(true);
    LookupUse second = use(false);
    Lookup lookup = lookup();
    first.end();
    assertThat(lookup.result()).isNotDone();
    second.end();
    second.end();
    assertThat(lookup.result()).isCancelled();
    assertThat(clock.pendingTimers()).isZero();
  }

  @Test
  void whatNobodyUsesIsDroppedAfterAWhile() {
    retrieval.anticipate(notes, request(true));
    Lookup lookup = lookup();
    clock.advance(Duration.ofSeconds(5));
    assertThat(lookup.result()).isNotDone();
    clock.advance(BUDGET);
    assertThat(lookup.result()).isCancelled();
  }
}
