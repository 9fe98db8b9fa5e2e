package dev.parley.internal.session;

import dev.parley.AgentEvent;
import dev.parley.AgentException;
import dev.parley.AgentState;
import dev.parley.ConversationItem;
import dev.parley.ErrorKind;
import dev.parley.ReplyEvent;
import dev.parley.ReplyOutcome;
import dev.parley.ReplyResult;
import dev.parley.Role;
import dev.parley.SayPolicy;
import dev.parley.SessionEvent;
import dev.parley.Tool;
import dev.parley.ToolEvent;
import dev.parley.TurnEvent;
import dev.parley.audio.AudioFrame;
import dev.parley.internal.conversation.Conversation;
import dev.parley.internal.event.Events;
import dev.parley.internal.loop.SessionLoop;
import dev.parley.internal.playout.Playout;
import dev.parley.internal.reply.Order;
import dev.parley.internal.reply.Replies;
import dev.parley.internal.reply.Stage;
import dev.parley.internal.reply.Thinker;
import dev.parley.internal.reply.ToolBox;
import dev.parley.internal.turn.TurnTaking;
import dev.parley.internal.voice.Voice;
import dev.parley.spi.CloseReason;
import dev.parley.spi.Participant;
import dev.parley.spi.PluginContext;
import dev.parley.spi.Room;
import dev.parley.spi.RoomRequest;
import dev.parley.spi.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Leads one conversation: wires room, ears, turn-taking and replies together and derives the
 * agent's state. On the session loop, but for {@link #state} and {@link #conversation}.
 */
final class Conduct implements RoomEvents.Listener {
  private final SessionLoop loop;
  private final Events events;
  private final RuntimeThreads threads;
  private final AgentRecipe recipe;
  private final RoomRequest request;
  private final PluginContext context;
  private final Conversation conversation = new Conversation();
  private final Replies replies;
  private final Closing closing;
  private final RoomEvents arrivals;
  private volatile AgentState state = AgentState.JOINING;
  private volatile List<ConversationItem> record = List.of();
  private final Map<String, Role> roles = new HashMap<>();
  private boolean joined;
  private @Nullable Room room;
  private @Nullable Playout playout;
  private @Nullable ToolBox tools;
  private @Nullable TurnTaking turns;
  private @Nullable Ears ears;
  private @Nullable Standstill standstill;

  Conduct(
      SessionLoop loop,
      Events events,
      RuntimeThreads threads,
      AgentRecipe recipe,
      RoomRequest request,
      PluginContext context,
      CompletableFuture<String> closed) {
    this.loop = loop;
    this.events = events;
    this.threads = threads;
    this.recipe = recipe;
    this.request = request;
    this.context = context;
    this.replies = new Replies(events);
    this.closing = new Closing(loop, this::over, closed);
    this.arrivals = new RoomEvents(loop, this);
  }

  /** What the agent is doing. Thread-safe. */
  AgentState state() {
    return state;
  }

  /** The conversation so far. Thread-safe. */
  List<ConversationItem> conversation() {
    return record;
  }

  void open(Transport transport) {
    if (closing.hasBegun()) {
      closing.roomClosed();
      return;
    }
    Room opened = transport.open(request, arrivals);
    room = opened;
    var capabilities = opened.capabilities();
    playout =
        new Playout(loop, threads.pacer(), opened, recipe.interruptions().duckDecibels(), replies);
    var voice = new Voice(loop, recipe.voices(), context, capabilities.output());
    turns =
        new TurnTaking(
            loop,
            events,
            conversation,
            replies,
            playout,
            capabilities.pausable(),
            Endpoints.rules(recipe),
            context);
    ears = new Ears(loop, recipe, context, capabilities.input(), roles, turns);
    turns.whenEarClosed(ears::closedOne);
    standstill = new Standstill(loop, events, replies, turns, ears);
    Thinker thinker = recipe.brain() == null ? null : newThinker();
    tools = new ToolBox(loop, events, context, allTools());
    var stage =
        new Stage(
            loop,
            events,
            conversation,
            voice,
            playout,
            thinker,
            tools,
            recipe.replies(),
            reason -> loop.execute(() -> close(reason)));
    replies.open(stage, turns, turns::someoneTalks);
    events.add(event -> heard(event, opened));
    voice.warmUp();
  }

  private void heard(AgentEvent event, Room opened) {
    if (event instanceof TurnEvent.Ended
        || event instanceof ReplyEvent.Ended
        || event instanceof ToolEvent.Ended) {
      record = conversation.items();
    }
    opened.publish(event);
    if (event instanceof ReplyEvent.Ended ended && ears != null && !ended.heard().isEmpty()) {
      ears.agentSaid(ended.heard());
    }
  }

  private Thinker newThinker() {
    return new Thinker(
        loop,
        recipe.brains(),
        recipe.instructions(),
        () -> turns == null ? List.of() : turns.participants(),
        context,
        recipe.replies().brainTimeout(),
        threads.retryJitter());
  }

  private List<Tool> allTools() {
    var all = new ArrayList<>(recipe.tools());
    if (recipe.brain() != null) {
      recipe.brain().alternatives().forEach(brain -> all.addAll(brain.tools()));
    }
    return all;
  }

  /** Derives what follows from the task that has just run, and tells it. */
  void settle() {
    if (turns == null || tools == null) {
      events.flush();
      return;
    }
    turns.look();
    replies.next();
    become(closing.isOver() ? AgentState.CLOSED : joined ? replies.state() : AgentState.JOINING);
    if (!closing.hasBegun()) {
      turns.settle(!joined || tools.isBusy());
    }
    events.flush();
  }

  private void become(AgentState next) {
    if (state != next && state.canBecome(next)) {
      AgentState before = state;
      state = next;
      events.emit(new SessionEvent.StateChanged(events.at(), before, next, events.lastName()));
    }
  }

  void order(Order order) {
    if (closing.hasBegun()) {
      order.result().complete(new ReplyResult(0, ReplyOutcome.DISCARDED, "", Duration.ZERO));
    } else {
      replies.add(order);
    }
  }

  void typed(String participant, String text) {
    if (turns != null && !closing.hasBegun()) {
      if (!turns.typed(participant, text)) {
        events.failure(
            "app",
            new AgentException(
                ErrorKind.BAD_REQUEST,
                "there is no participant '"
                    + participant
                    + "' to take a text from; use the id from participant.joined"));
      }
    }
  }

  CompletionStage<ReplyResult> interrupt() {
    return replies.interruptByApplication();
  }

  CompletionStage<String> commit(String participant) {
    if (turns == null) {
      return CompletableFuture.completedFuture("");
    }
    if (ears != null) {
      arrivals.drain();
      ears.forceEndpoint(participant);
    }
    return turns.commit(participant);
  }

  void clear(String participant) {
    if (turns != null) {
      turns.clear(participant);
    }
  }

  void role(String participant, Role role) {
    roles.put(participant, role);
    if (turns != null && ears != null) {
      ears.roleChanged(participant);
      turns.role(participant, role);
    }
  }

  void hold() {
    if (standstill != null && !closing.hasBegun()) {
      standstill.hold();
    }
  }

  void resume() {
    if (standstill != null && !closing.hasBegun()) {
      standstill.resume();
    }
  }

  /** Closes the session, once. */
  void close(String reason) {
    if (!closing.begin(reason)) {
      return;
    }
    if (standstill != null) {
      standstill.end();
    }
    replies.close();
    if (room == null || ears == null || turns == null) {
      return; // open finds it closing
    }
    arrivals.drain();
    closing.closeEars(ears, turns);
    closing.closeRoom(room);
  }

  private void over(String reason) {
    if (turns != null) {
      turns.record();
    }
    become(AgentState.CLOSED);
    record = conversation.items();
    events.emit(new SessionEvent.Closed(events.at(), reason));
  }

  @Override
  public void onOpened() {
    if (joined || closing.hasBegun()) {
      return;
    }
    joined = true;
    events.startTime();
    events.emit(new SessionEvent.Joined(events.at()));
    if (turns != null) {
      turns.begin();
    }
    if (recipe.greeting() != null) {
      replies.add(Order.say(recipe.greeting(), SayPolicy.INTERRUPTIBLE));
    }
  }

  @Override
  public void onJoined(Participant participant) {
    if (ears != null && turns != null && !closing.hasBegun()) {
      turns.joined(participant, ears.roleOf(participant.id()));
      ears.open(participant);
    }
  }

  @Override
  public void onLeft(String participant) {
    if (ears != null && turns != null && !closing.hasBegun()) {
      ears.close(participant);
      turns.left(participant);
    }
  }

  @Override
  public void onAudio(String participant, AudioFrame frame, long captured) {
    if (ears != null) {
      ears.hear(participant, frame, captured);
    }
  }

  @Override
  public Duration wants(String participant) {
    return ears == null ? Duration.ZERO : ears.wants(participant);
  }

  @Override
  public void onText(String participant, String text) {
    typed(participant, text);
  }

  @Override
  public void onTalkButton(String participant, boolean pressed) {
    if (turns == null) {
      return;
    }
    if (pressed) {
      turns.press(participant);
    } else {
      commit(participant);
    }
  }

  @Override
  public void onReady() {
    if (playout != null) {
      playout.wake();
    }
  }

  @Override
  public void onLost() {
    if (standstill != null && !closing.hasBegun()) {
      standstill.roomLost();
    }
  }

  @Override
  public void onBack() {
    if (standstill != null && !closing.hasBegun()) {
      standstill.roomBack();
    }
  }

  @Override
  public void onError(AgentException error) {
    events.failure("transport", error);
  }

  @Override
  public void onDropped(long frames) {
    events.emit(new SessionEvent.Measured(events.at(), "audio.in.dropped", frames));
  }

  @Override
  public void onRoomClosed(CloseReason reason) {
    reason.error().ifPresent(error -> events.failure("transport", error));
    String words = reason.error().map(AgentException::getMessage).orElse("the room was closed");
    closing.roomClosed();
    close(words);
  }
}
