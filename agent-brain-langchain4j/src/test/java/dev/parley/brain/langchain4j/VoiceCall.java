package dev.parley.brain.langchain4j;

import dev.parley.AgentEvent;
import dev.parley.AgentListener;
import dev.parley.AgentRuntime;
import dev.parley.AgentSession;
import dev.parley.ConversationItem;
import dev.parley.ReplyEvent;
import dev.parley.ReplyOutcome;
import dev.parley.VoiceAgent;
import dev.parley.spi.Brain;
import dev.parley.spi.RoomRequest;
import dev.parley.testkit.FakeTransport;
import dev.parley.testkit.ScriptedStt;
import dev.parley.testkit.ScriptedTts;
import dev.parley.testkit.ScriptedVad;
import dev.parley.testkit.Sound;
import dev.parley.testkit.Talk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A call in real time: scripted ears and voice, the brain under test. Speech is fast, so that tests
 * are.
 */
final class VoiceCall implements AutoCloseable, AgentListener {
  private static final long LIMIT_SECONDS = 20;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<AgentEvent> events = new ArrayList<>();
  private final AgentRuntime runtime = AgentRuntime.builder().build();
  private final AgentSession session;

  private VoiceCall(Brain brain, Talk talk, Consumer<VoiceAgent.Builder> more) {
    VoiceAgent.Builder agent =
        VoiceAgent.builder()
            .runtime(runtime)
            .instructions("You are kind.")
            .speechToText(ScriptedStt.builder(talk).build())
            .vad(ScriptedVad.builder(talk).build())
            .brain(brain)
            .textToSpeech(
                ScriptedTts.builder()
                    .firstAudio(Duration.ofMillis(5))
                    .perCharacter(Duration.ofMillis(2))
                    .build())
            .listener(this);
    more.accept(agent);
    session = agent.build().start(FakeTransport.builder(talk).build(), RoomRequest.of("test"));
  }

  /** A call in which somebody says this at once. */
  static VoiceCall saying(Brain brain, String text) {
    return saying(brain, text, agent -> {});
  }

  static VoiceCall saying(Brain brain, String text, Consumer<VoiceAgent.Builder> more) {
    return new VoiceCall(brain, Talk.of(sound(50, text)), more);
  }

  /** A call with sounds. */
  static VoiceCall of(Brain brain, Sound... sounds) {
    return new VoiceCall(brain, Talk.of(sounds), agent -> {});
  }

  static Sound sound(int atMillis, String text) {
    return Sound.at(Duration.ofMillis(atMillis))
        .says(text)
        .lasts(Duration.ofMillis(200))
        .finalAfter(Duration.ofMillis(50))
        .endOfTurn(Duration.ofMillis(50))
        .build();
  }

  AgentSession session() {
    return session;
  }

  @Override
  public void onEvent(AgentEvent event) {
    lock.lock();
    try {
      events.add(event);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  <E extends AgentEvent> List<E> of(Class<E> kind) {
    lock.lock();
    try {
      return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for an event. */
  <E extends AgentEvent> E await(Class<E> kind, Predicate<E> which) throws InterruptedException {
    long nanos = TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    lock.lock();
    try {
      while (of(kind).stream().noneMatch(which)) {
        if (nanos <= 0) {
          throw new AssertionError("no such " + kind.getSimpleName() + " among " + events);
        }
        nanos = changed.awaitNanos(nanos);
      }
      return of(kind).stream().filter(which).findFirst().orElseThrow();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until a reply that was not dropped is over. */
  ReplyEvent.Ended awaitReply() throws InterruptedException {
    return await(ReplyEvent.Ended.class, each -> each.outcome() != ReplyOutcome.DISCARDED);
  }

  /** Waits until so many replies that were not dropped are over, and returns the last. */
  ReplyEvent.Ended awaitReply(int number) throws InterruptedException {
    await(
        ReplyEvent.Ended.class,
        each -> spoken().size() >= number && each.outcome() != ReplyOutcome.DISCARDED);
    return spoken().get(number - 1);
  }

  private List<ReplyEvent.Ended> spoken() {
    return of(ReplyEvent.Ended.class).stream()
        .filter(each -> each.outcome() != ReplyOutcome.DISCARDED)
        .toList();
  }

  /** The results of tools in the conversation so far. */
  List<String> results() {
    return session.conversation().stream()
        .filter(ConversationItem.Result.class::isInstance)
        .map(each -> ((ConversationItem.Result) each).text())
        .toList();
  }

  @Override
  public void close() {
    session.close();
    try {
      session.awaitClosed(Duration.ofSeconds(LIMIT_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    runtime.close();
  }
}
