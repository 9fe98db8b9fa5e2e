package dev.parley.internal.reply;

import dev.parley.ReplyResult;
import dev.parley.SayPolicy;
import dev.parley.audio.AudioFrame;
import dev.parley.internal.conversation.Conversation.UserEntry;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Something that the agent is to say: an answer, what the application asks for, or a given text. On
 * the session loop.
 */
public final class Order {
  /** The three sorts. */
  public enum Kind {
    /** The brain answers what people said, or what a tool brought. */
    ANSWER,
    /** The brain follows an instruction of the application. */
    ASK,
    /** A given text or prepared audio. */
    SAY
  }

  private final Kind kind;
  private final String text;
  private final SayPolicy policy;
  private final List<AudioFrame> audio;
  private final CompletableFuture<ReplyResult> result = new CompletableFuture<>();
  private int number;
  private int turn;
  private @Nullable String who;
  private @Nullable UserEntry entry;
  private long turnEnded = -1;
  private long lastSound = -1;

  private Order(Kind kind, String text, SayPolicy policy, List<AudioFrame> audio) {
    this.kind = kind;
    this.text = text;
    this.policy = policy;
    this.audio = List.copyOf(audio);
  }

  /** An order to answer a turn. */
  public static Order answer(
      int turn, String who, @Nullable UserEntry entry, long turnEnded, long lastSound) {
    var order = new Order(Kind.ANSWER, "", SayPolicy.INTERRUPTIBLE, List.of());
    order.turn = turn;
    order.who = who;
    order.entry = entry;
    order.turnEnded = turnEnded;
    order.lastSound = lastSound;
    return order;
  }

  /** An order to follow an instruction. */
  public static Order ask(String instruction) {
    return new Order(Kind.ASK, instruction, SayPolicy.INTERRUPTIBLE, List.of());
  }

  /** An order to speak a text. */
  public static Order say(String text, SayPolicy policy) {
    return new Order(Kind.SAY, text, policy, List.of());
  }

  /** An order to play prepared audio that says this text. */
  public static Order play(String text, List<AudioFrame> audio, SayPolicy policy) {
    return new Order(Kind.SAY, text, policy, audio);
  }

  /** Takes over what is known now of the turn that this was a guess about. */
  void becomeAnswerTo(Order known) {
    entry = known.entry;
    turnEnded = known.turnEnded;
    lastSound = known.lastSound;
  }

  /** The number of its reply, 0 while it has none. */
  int number() {
    return number;
  }

  void number(int number) {
    this.number = number;
  }

  /** Which sort it is. */
  public Kind kind() {
    return kind;
  }

  String text() {
    return text;
  }

  /** How it gives way. */
  public SayPolicy policy() {
    return policy;
  }

  List<AudioFrame> audio() {
    return audio;
  }

  /** The turn that is answered, 0 for none. */
  public int turn() {
    return turn;
  }

  @Nullable String who() {
    return who;
  }

  @Nullable UserEntry entry() {
    return entry;
  }

  /** Whether it answers a turn that has just ended, and not a result that came late. */
  boolean answersTurn() {
    return kind == Kind.ANSWER && turnEnded >= 0;
  }

  long turnEnded() {
    return turnEnded;
  }

  long lastSound() {
    return lastSound;
  }

  /** What became of it; completed on the loop. */
  public CompletableFuture<ReplyResult> result() {
    return result;
  }
}
