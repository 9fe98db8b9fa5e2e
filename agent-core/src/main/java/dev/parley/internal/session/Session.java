package dev.parley.internal.session;

import dev.parley.AgentListener;
import dev.parley.AgentSession;
import dev.parley.AgentState;
import dev.parley.ConversationItem;
import dev.parley.ReplyResult;
import dev.parley.Role;
import dev.parley.SayPolicy;
import dev.parley.audio.AudioFrame;
import dev.parley.internal.event.Events;
import dev.parley.internal.loop.SessionLoop;
import dev.parley.internal.reply.Order;
import dev.parley.spi.PluginContext;
import dev.parley.spi.RoomRequest;
import dev.parley.spi.Transport;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A session from outside: every method hands over to the loop, where {@link Conduct} leads the
 * conversation.
 */
public final class Session implements AgentSession {
  private static final System.Logger LOGGER = System.getLogger(Session.class.getName());
  private static final AtomicLong COUNT = new AtomicLong();

  private final String id = "session-" + COUNT.incrementAndGet();
  private final SessionLoop loop;
  private final Events events;
  private final Conduct conduct;
  private final CompletableFuture<String> closed = new CompletableFuture<>();

  /** Creates a session that is on its way into a room. */
  public Session(RuntimeThreads threads, AgentRecipe recipe, RoomRequest request) {
    this.loop = new SessionLoop(threads.clock(), threads.loops(), this::report);
    this.events = new Events(loop);
    recipe.listeners().forEach(events::add);
    var context = new PluginContext(id, threads.clock(), threads.blocking());
    this.conduct =
        new Conduct(
            loop,
            events,
            threads,
            recipe,
            request.toBuilder().context(context).build(),
            context,
            closed);
    loop.afterEachTask(conduct::settle);
  }

  /** Opens the room. */
  public void open(Transport transport) {
    loop.execute(() -> conduct.open(transport));
  }

  private void report(Throwable failure) {
    LOGGER.log(Level.ERROR, id + ": a task of the session failed", failure);
    events.failure("engine", failure);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public AgentState state() {
    return conduct.state();
  }

  @Override
  public List<ConversationItem> conversation() {
    return conduct.conversation();
  }

  @Override
  public void addListener(AgentListener listener) {
    events.add(listener);
  }

  @Override
  public void removeListener(AgentListener listener) {
    events.remove(listener);
  }

  @Override
  public CompletionStage<ReplyResult> say(String text, SayPolicy policy) {
    return order(Order.say(text, policy));
  }

  @Override
  public CompletionStage<ReplyResult> play(String text, List<AudioFrame> audio, SayPolicy policy) {
    if (audio.isEmpty()) {
      throw new IllegalArgumentException(
          "audio is empty, there is nothing to play; use say(text) to have it synthesised");
    }
    return order(Order.play(text, audio, policy));
  }

  @Override
  public CompletionStage<ReplyResult> ask(String instruction) {
    return order(Order.ask(instruction));
  }

  private CompletionStage<ReplyResult> order(Order order) {
    loop.execute(() -> conduct.order(order));
    return order.result();
  }

  @Override
  public void text(String participantId, String text) {
    loop.execute(() -> conduct.typed(participantId, text));
  }

  @Override
  public CompletionStage<ReplyResult> interrupt() {
    return onLoop(Conduct::interrupt);
  }

  @Override
  public CompletionStage<String> commitTurn(String participantId) {
    return onLoop(each -> each.commit(participantId));
  }

  private <T> CompletionStage<T> onLoop(Function<Conduct, CompletionStage<T>> call) {
    var result = new CompletableFuture<T>();
    loop.execute(
        () ->
            call.apply(conduct)
                .whenComplete(
                    (value, failure) -> {
                      if (failure == null) {
                        result.complete(value);
                      } else {
                        result.completeExceptionally(failure);
                      }
                    }));
    return result;
  }

  private void tell(Consumer<Conduct> call) {
    loop.execute(() -> call.accept(conduct));
  }

  @Override
  public void clearTurn(String participantId) {
    tell(each -> each.clear(participantId));
  }

  @Override
  public void hold() {
    tell(Conduct::hold);
  }

  @Override
  public void resume() {
    tell(Conduct::resume);
  }

  @Override
  public void role(String participantId, Role role) {
    tell(each -> each.role(participantId, role));
  }

  @Override
  public void close() {
    tell(each -> each.close("closed by the application"));
  }

  @Override
  public CompletionStage<String> closed() {
    return closed.minimalCompletionStage();
  }

  @Override
  public boolean awaitClosed(Duration atMost) throws InterruptedException {
    if (loop.isInLoop()) {
      throw new IllegalStateException(
          "awaitClosed was called on the session's loop and would wait for itself; use closed()");
    }
    try {
      closed.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException notYet) {
      return false;
    }
  }

  @Override
  public String toString() {
    return id;
  }
}
