package dev.parley.internal.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.AgentEvent;
import dev.parley.ConversationItem.Result;
import dev.parley.SessionEvent;
import dev.parley.Tool;
import dev.parley.ToolCall;
import dev.parley.ToolEvent;
import dev.parley.ToolInvocation;
import dev.parley.ToolSpec;
import dev.parley.internal.conversation.Conversation;
import dev.parley.internal.conversation.Conversation.CallEntry;
import dev.parley.internal.event.Events;
import dev.parley.internal.loop.SessionLoop;
import dev.parley.internal.time.HandClock;
import dev.parley.spi.PluginContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ToolBoxTest {
  private final HandClock clock = new HandClock();
  private final List<Throwable> failures = new ArrayList<>();
  private final SessionLoop loop = new SessionLoop(clock, Runnable::run, failures::add);
  private final Events events = new Events(loop);
  private final PluginContext context = new PluginContext("s1", clock, Runnable::run);
  private final Conversation conversation = new Conversation();
  private final List<String> log = new ArrayList<>();
  private final CompletableFuture<String> work = new CompletableFuture<>();

  private ToolBox box(Function<ToolInvocation, CompletionStage<String>> body) {
    events.add(event -> log.add(line(event)));
    loop.afterEachTask(events::flush);
    ToolSpec spec =
        ToolSpec.builder("book").required(List.of("day")).deadline(Duration.ofSeconds(3)).build();
    return new ToolBox(loop, events, context, List.of(tool(spec, body)));
  }

  private static Tool tool(ToolSpec spec, Function<ToolInvocation, CompletionStage<String>> body) {
    return new Tool() {
      @Override
      public ToolSpec spec() {
        return spec;
      }

      @Override
      public CompletionStage<String> start(ToolInvocation invocation) {
        return body.apply(invocation);
      }
    };
  }

  private static String line(AgentEvent event) {
    if (event instanceof ToolEvent.Ended ended) {
      return "ended " + ended.outcome();
    }
    return event instanceof SessionEvent.Failure failure
        ? "error " + failure.source()
        : event.name();
  }

  private static ToolCall call(String tool, Map<String, Object> arguments) {
    return new ToolCall("c1", tool, arguments, "{}");
  }

  private static ToolCall booking() {
    return call("book", Map.of("day", "monday"));
  }

  private CallEntry run(ToolBox box, ToolCall call) {
    CallEntry entry = conversation.addCall(call, new Object());
    loop.execute(
        () -> {
          box.start(call, entry, "ann", 4, () -> log.add("told " + entry.hasResult()));
          log.add("started");
        });
    return entry;
  }

  private String result() {
    return ((Result) conversation.items().get(1)).text();
  }

  @Test
  void aResultGoesIntoTheCallsPlaceAndThenItIsTold() {
    var seen = new ArrayList<ToolInvocation>();
    ToolBox box =
        box(
            invocation -> {
              seen.add(invocation);
              return work;
            });
    run(box, booking());
    assertThat(box.isBusy()).isTrue();
    work.complete("booked");

    assertThat(result()).isEqualTo("booked");
    assertThat(box.isBusy()).isFalse();
    assertThat(log).containsExactly("started", "tool.started", "told true", "ended RETURNED");
    assertThat(seen.get(0).who()).isEqualTo("ann");
    assertThat(seen.get(0).turn()).isEqualTo(4);
    assertThat(seen.get(0).idempotencyKey()).isEqualTo("s1/c1");
    assertThat(clock.timers()).isZero();
  }

  @Test
  void aToolThatIsDoneAtOnceIsStillToldLater() {
    run(box(invocation -> CompletableFuture.completedFuture("booked")), booking());

    assertThat(log).containsExactly("started", "tool.started", "told true", "ended RETURNED");
  }

  @Test
  void noToolRunsWithoutWhatItNeeds() {
    ToolBox box =
        box(
            invocation -> {
              throw new AssertionError("it must not run");
            });
    var nothing = new HashMap<String, Object>();
    nothing.put("day", null);
    run(box, call("book", nothing));
    assertThat(result()).isEqualTo("book needs day");
    assertThat(log).containsExactly("started", "told true");
  }

  @Test
  void unknownToolsAndBrokenArgumentsAreToldToTheModel() {
    ToolBox box = box(invocation -> work);
    run(box, call("cook", Map.of()));
    assertThat(result()).isEqualTo("cook unknown");

    CallEntry broken =
        run(box, new ToolCall("c2", "book", Map.of(), "{", "the arguments end too early"));
    assertThat(broken.hasResult()).isTrue();
    assertThat(conversation.items().toString()).doesNotContain("early");
    assertThat(((Result) conversation.items().get(3)).text())
        .isEqualTo("book needs valid arguments: the arguments end too early");
  }

  @Test
  void aFailureIsReportedAndItsTextNeverReachesTheModel() {
    run(box(invocation -> work), booking());
    work.completeExceptionally(new CompletionException(new IllegalStateException("secret")));

    assertThat(result()).isEqualTo("book failed");
    assertThat(log)
        .containsExactly("started", "tool.started", "told true", "error tool", "ended FAILED");
  }

  @Test
  void aToolThatThrowsAtOnceHasFailed() {
    run(
        box(
            invocation -> {
              throw new IllegalStateException("secret");
            }),
        booking());
    assertThat(result()).isEqualTo("book failed");
    assertThat(failures).isEmpty();
  }

  @Test
  void aToolThatCannotBeLoadedHasFailedToo() {
    run(
        box(
            invocation -> {
              throw new NoClassDefFoundError("com/example/Driver");
            }),
        booking());
    assertThat(result()).isEqualTo("book failed");
    assertThat(failures).isEmpty();
  }

  @Test
  void aToolWithoutAnyPromiseHasFailed() {
    run(box(invocation -> null), booking());

    assertThat(result()).isEqualTo("book failed");
  }

  @Test
  void aToolThatMissesItsDeadlineIsCancelledAndWhatItReturnsLaterIsDropped() {
    run(box(invocation -> work), booking());
    clock.advance(2_999);
    assertThat(log).doesNotContain("told true");
    clock.advance(1);
    assertThat(result()).isEqualTo("book cancelled");
    assertThat(work).isCancelled();
    work.obtrudeValue("late");

    assertThat(result()).isEqualTo("book cancelled");
    assertThat(log)
        .containsExactly("started", "tool.started", "told true", "error tool", "ended CANCELLED");
  }

  @Test
  void allCanBeCalledOff() {
    ToolBox box = box(invocation -> new CompletableFuture<>());
    run(box, booking());
    CallEntry second = run(box, new ToolCall("c2", "book", Map.of("day", "friday"), "{}"));
    loop.execute(box::cancelAll);

    assertThat(result()).isEqualTo("book cancelled");
    assertThat(second.hasResult()).isTrue();
    assertThat(box.isBusy()).isFalse();
    assertThat(clock.timers()).isZero();
  }

  @Test
  void ofTwoToolsWithOneNameTheFirstCounts() {
    ToolSpec first = ToolSpec.builder("book").description("first").build();
    ToolSpec second = ToolSpec.builder("book").description("second").build();
    var box =
        new ToolBox(
            loop, events, context, List.of(tool(first, call -> work), tool(second, call -> work)));

    assertThat(box.specs()).containsExactly(first);
  }

  @Test
  void onlyAToolThatCouldRunIsConfirmed() {
    ToolSpec spec = ToolSpec.builder("pay").required(List.of("sum")).confirm(true).build();
    var box = new ToolBox(loop, events, context, List.of(tool(spec, call -> work)));

    assertThat(box.toConfirm(call("pay", Map.of("sum", 5)))).isSameAs(spec);
    assertThat(box.toConfirm(call("pay", Map.of()))).isNull();
    assertThat(box.toConfirm(call("cook", Map.of()))).isNull();
    assertThat(box(call -> work).toConfirm(booking())).isNull();
  }
}
