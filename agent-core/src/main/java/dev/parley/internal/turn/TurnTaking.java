package dev.parley.internal.turn;

import dev.parley.AgentException;
import dev.parley.AgentState;
import dev.parley.Floor;
import dev.parley.InterruptionPolicy;
import dev.parley.ParticipantEvent;
import dev.parley.ParticipantState;
import dev.parley.ReplyPolicy;
import dev.parley.Role;
import dev.parley.SessionEvent;
import dev.parley.TurnPolicy;
import dev.parley.internal.conversation.Conversation;
import dev.parley.internal.ear.Ear;
import dev.parley.internal.ear.EarListener;
import dev.parley.internal.ear.Stretch;
import dev.parley.internal.event.Events;
import dev.parley.internal.loop.SessionLoop;
import dev.parley.internal.playout.Playout;
import dev.parley.internal.reply.Replies;
import dev.parley.internal.reply.Reply;
import dev.parley.spi.Participant;
import dev.parley.spi.PluginContext;
import dev.parley.spi.PluginMetric;
import dev.parley.spi.TurnDetector;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Who has the floor: brings together the turns of all participants and the replies of the agent. On
 * the session loop.
 */
public final class TurnTaking implements EarListener, Replies.Watcher {
  private static final Duration ECHO_MEMORY = Duration.ofSeconds(5);

  private final SessionLoop loop;
  private final Events events;
  private final Replies replies;
  private final Scene scene;
  private final Away away;
  private final Map<String, Talker> talkers = new LinkedHashMap<>();
  private Runnable earClosed = () -> {};
  private Runnable whenNothingPends = () -> {};
  private long agentSounded;
  private long heldSince = -1;

  /**
   * What turn-taking follows.
   *
   * @param endpointing who decides that a turn is over; never {@code AUTO}
   * @param detector judges whether a thought is finished, or null
   * @param agentNames how the agent is addressed
   */
  public record Rules(
      TurnPolicy turns,
      TurnPolicy.Endpointing endpointing,
      InterruptionPolicy interruptions,
      ReplyPolicy replies,
      @Nullable TurnDetector detector,
      List<String> agentNames) {}

  /** Creates it for a room in which there is nobody yet. */
  public TurnTaking(
      SessionLoop loop,
      Events events,
      Conversation conversation,
      Replies replies,
      Playout playout,
      boolean pausable,
      Rules rules,
      PluginContext context) {
    this.loop = loop;
    this.events = events;
    this.replies = replies;
    this.agentSounded = loop.now();
    this.away = new Away(loop, rules.turns().userAway());
    var interruptions =
        new Interruptions(
            loop,
            events,
            replies,
            rules.interruptions(),
            pausable,
            () -> playout.saidWithin(ECHO_MEMORY),
            replies::lastHeard);
    Floor floor = rules.turns().floor();
    this.scene =
        new Scene(
            loop,
            events,
            conversation,
            replies,
            interruptions,
            new Endpointing(rules.turns(), rules.endpointing(), rules.detector() != null),
            rules.turns(),
            rules.replies(),
            rules.detector(),
            context,
            new TurnNumbers(),
            new Addressing(floor, rules.agentNames()));
  }

  /** Runs when an ear has closed. */
  public void whenEarClosed(Runnable earClosed) {
    this.earClosed = earClosed;
  }

  /** Someone is in the room. */
  public void joined(Participant participant, Role role) {
    talkers.put(participant.id(), new Talker(scene, participant, role));
    events.emit(new ParticipantEvent.Joined(events.at(), participant.id(), participant.name()));
  }

  /** Someone has left. */
  public void left(String who) {
    Talker talker = talkers.remove(who);
    if (talker != null) {
      talker.leave();
      events.emit(new ParticipantEvent.Left(events.at(), who));
    }
  }

  /** Who is in the room. */
  public List<Participant> participants() {
    return talkers.values().stream().map(Talker::participant).toList();
  }

  /** Sets what a participant's speech counts for. */
  public void role(String who, Role role) {
    Talker talker = talkers.get(who);
    if (talker != null) {
      talker.role(role);
    }
  }

  /** A whole turn that was typed; returns whether there is such a participant. */
  public boolean typed(String who, String text) {
    Talker talker = talkers.get(who);
    if (talker != null && !text.isBlank()) {
      talker.typed(text.strip());
    }
    return talker != null;
  }

  /** The conversation begins now. */
  public void begin() {
    agentSounded = loop.now();
  }

  /** Runs once, when all speech has its outcome. */
  public void whenNothingPends(Runnable whenNothingPends) {
    this.whenNothingPends = whenNothingPends;
  }

  /** A talk button is pressed. */
  public void press(String who) {
    Talker talker = talkers.get(who);
    if (talker != null) {
      talker.press();
    }
  }

  /** Ends a participant's turn; the text comes when it is final. */
  public CompletionStage<String> commit(String who) {
    Talker talker = talkers.get(who);
    return talker == null ? CompletableFuture.completedFuture("") : talker.commit();
  }

  /** Forgets a participant's open turn. */
  public void clear(String who) {
    Talker talker = talkers.get(who);
    if (talker != null) {
      talker.clear();
    }
  }

  /** Whether anybody speaks or has a turn that is not over. */
  public boolean someoneTalks() {
    return talkers.values().stream().anyMatch(Talker::isTalking);
  }

  /** Whether there is speech whose outcome is open. */
  public boolean isPending() {
    return talkers.values().stream().anyMatch(Talker::isPending);
  }

  private boolean awaitsFinals() {
    return talkers.values().stream().anyMatch(Talker::awaitsFinals);
  }

  /** Ends all open turns for the record only: the session closes. */
  public void record() {
    talkers.values().forEach(Talker::record);
    away.stop();
  }

  /** Time stands still from now on, or goes on. */
  public void freeze(boolean frozen) {
    if (frozen) {
      heldSince = loop.now();
    }
    long lasted = heldSince < 0 ? 0 : loop.now() - heldSince;
    talkers.values().forEach(talker -> talker.freeze(frozen, Duration.ofNanos(lasted)));
    heldSince = frozen ? heldSince : -1;
  }

  /** Looks whether other rules hold for who speaks now. Called after every task of the loop. */
  public void look() {
    scene.interruptions().look();
  }

  /**
   * Looks after states that follow from others. Called after every task of the loop.
   *
   * @param busy whether a tool runs, or the session has not begun
   */
  public void settle(boolean busy) {
    boolean sounds = replies.current() != null && replies.current().isSounding();
    if (sounds) {
      agentSounded = loop.now();
    }
    boolean stopped = busy || heldSince >= 0 || replies.state() == AgentState.THINKING;
    away.look(talkers.values(), sounds || isAnySpeaking(), stopped, lastSound());
  }

  private boolean isAnySpeaking() {
    for (Talker talker : talkers.values()) {
      if (talker.state() == ParticipantState.SPEAKING) {
        return true;
      }
    }
    return false;
  }

  private long lastSound() {
    long last = agentSounded;
    for (Talker talker : talkers.values()) {
      last = Math.max(last, talker.lastSound());
    }
    return last;
  }

  private Collection<Talker> all() {
    return List.copyOf(talkers.values());
  }

  @Override
  public void onSpeechStarted(Stretch stretch) {
    Talker talker = talkers.get(stretch.who());
    if (talker != null) {
      talker.speechStarted(stretch);
    }
  }

  @Override
  public void onVoice(Stretch stretch, boolean present) {
    Talker talker = talkers.get(stretch.who());
    if (talker != null) {
      talker.voice(stretch, present);
    }
  }

  @Override
  public void onSpeechEnded(Stretch stretch) {
    Talker talker = talkers.get(stretch.who());
    if (talker != null) {
      talker.speechEnded(stretch);
    }
  }

  @Override
  public void onInterim(Stretch stretch) {
    Talker talker = talkers.get(stretch.who());
    if (talker != null) {
      talker.interim(stretch);
    }
  }

  @Override
  public void onFinal(Stretch stretch, String text) {
    Talker talker = talkers.get(stretch.who());
    if (talker != null) {
      talker.finalText(stretch, text);
    }
    if (!awaitsFinals()) {
      whenNothingPends.run();
    }
  }

  @Override
  public void onEndOfTurn(String who) {
    Talker talker = talkers.get(who);
    if (talker != null) {
      talker.endOfTurn();
    }
  }

  @Override
  public void onError(String source, AgentException error) {
    events.failure(source, error);
  }

  @Override
  public void onMetric(PluginMetric metric) {
    events.emit(new SessionEvent.Measured(events.at(), metric.name(), metric.value()));
  }

  @Override
  public void onClosed(Ear ear) {
    earClosed.run();
  }

  @Override
  public void onReplyBegan(Reply reply) {
    all().forEach(Talker::replyMeets);
  }

  @Override
  public void onReplySpeaking(Reply reply) {
    scene.interruptions().onSpeaking();
    all().forEach(Talker::replyMeets);
  }

  @Override
  public void onReplyEnded(Reply reply) {
    agentSounded = reply.hasSounded() ? loop.now() : agentSounded;
    scene.interruptions().onEnded(reply);
  }
}
