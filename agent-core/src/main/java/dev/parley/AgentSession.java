package dev.parley;

import dev.parley.audio.AudioFrame;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apiguardian.api.API;

/**
 * One agent in one room, from join to leave. Thread-safe: every method hands over to the session's
 * loop and returns at once. Implemented by Parley.
 *
 * <p>Stages that methods return complete on the session's loop: do not block in what depends on
 * them.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface AgentSession extends AutoCloseable {
  /** Unique in this JVM; for logs and traces. */
  String id();

  /** What the agent is doing. */
  AgentState state();

  /** What was said and done so far, as it was heard, oldest first. */
  List<ConversationItem> conversation();

  /** Adds a listener; it hears what happens from now on. */
  void addListener(AgentListener listener);

  /** Removes a listener. */
  void removeListener(AgentListener listener);

  /** Speaks a text behind what is being said; people may interrupt it. */
  default CompletionStage<ReplyResult> say(String text) {
    return say(text, SayPolicy.INTERRUPTIBLE);
  }

  /** Speaks a text behind what is being said. */
  CompletionStage<ReplyResult> say(String text, SayPolicy policy);

  /**
   * Plays prepared audio behind what is being said.
   *
   * @param text what the audio says, for the conversation
   * @param audio one format, any lengths; not empty
   */
  CompletionStage<ReplyResult> play(String text, List<AudioFrame> audio, SayPolicy policy);

  /** Lets the brain say something about an instruction, which the conversation does not keep. */
  CompletionStage<ReplyResult> ask(String instruction);

  /** Takes a typed text for a whole turn of a participant; it takes the floor like a spoken one. */
  void text(String participantId, String text);

  /**
   * Stops what the agent says or thinks, and what waits to be said before the first uninterruptible
   * item.
   *
   * <p>Speech that is uninterruptible and sounds is not cut; an error event says so.
   *
   * @return what was heard of what was stopped
   */
  CompletionStage<ReplyResult> interrupt();

  /**
   * Ends a participant's turn now: push to talk. Returns its text when that is final, at most two
   * seconds later.
   */
  CompletionStage<String> commitTurn(String participantId);

  /** Forgets what a participant has said in the turn that is going on. */
  void clearTurn(String participantId);

  /**
   * Puts the conversation on hold: the agent stops at the next word, hears nobody, and its timers
   * stand still.
   */
  void hold();

  /** Goes on after {@link #hold}. */
  void resume();

  /** Sets what a participant's speech counts for; also for one who has not joined yet. */
  void role(String participantId, Role role);

  /**
   * Leaves: the agent falls silent at once, last words are waited for up to two seconds, all is
   * over within five. Legal at any moment, from any thread and from within listeners; only the
   * first call does something.
   */
  @Override
  void close();

  /** Completes with the reason, in words, when the session is over. */
  CompletionStage<String> closed();

  /** Waits until the session is over. Not from the session's loop. @return whether it is */
  boolean awaitClosed(Duration atMost) throws InterruptedException;
}
