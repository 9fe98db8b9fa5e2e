package dev.parley.spi;

import dev.parley.ConversationItem;
import dev.parley.ToolSpec;
import java.util.List;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What a brain is to answer. Immutable. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ReplyRequest {
  private final int reply;
  private final int step;
  private final boolean speculative;
  private final String instructions;
  private final @Nullable String instruction;
  private final List<ConversationItem> conversation;
  private final List<Participant> participants;
  private final List<ToolSpec> tools;
  private final PluginContext context;

  private ReplyRequest(Builder builder) {
    this.reply = builder.reply;
    this.step = builder.step;
    this.speculative = builder.speculative;
    this.instructions = builder.instructions;
    this.instruction = builder.instruction;
    this.conversation = builder.conversation;
    this.participants = builder.participants;
    this.tools = builder.tools;
    this.context = builder.context;
  }

  /** Returns a builder with the defaults. */
  public static Builder builder(PluginContext context) {
    return new Builder(context);
  }

  /** The number of the reply in its session, from 1. */
  public int reply() {
    return reply;
  }

  /**
   * Which request of this reply it is: 0 for the first, 1 after the first tools have run, and so
   * on.
   */
  public int step() {
    return step;
  }

  /** Whether the turn may not be over yet; the answer may be thrown away. */
  public boolean speculative() {
    return speculative;
  }

  /** Who the agent is and how it behaves: the system message. May be empty. */
  public String instructions() {
    return instructions;
  }

  /** What to do now, if the application asked for this reply; not part of the conversation. */
  public @Nullable String instruction() {
    return instruction;
  }

  /** What was said and done, as it was heard, oldest first. The only memory. */
  public List<ConversationItem> conversation() {
    return conversation;
  }

  /** Who is in the room; more than one means that turns should be told apart by name. */
  public List<Participant> participants() {
    return participants;
  }

  /** What may be called now; empty also when no more steps are allowed. */
  public List<ToolSpec> tools() {
    return tools;
  }

  /** What the session lends. */
  public PluginContext context() {
    return context;
  }

  /** Tells numbers, never words. */
  @Override
  public String toString() {
    return "ReplyRequest[reply "
        + reply
        + ", step "
        + step
        + ", "
        + conversation.size()
        + " items, "
        + tools.size()
        + " tools]";
  }

  /** Builds requests. Not thread-safe. */
  public static final class Builder {
    private final PluginContext context;
    private int reply = 1;
    private int step;
    private boolean speculative;
    private String instructions = "";
    private @Nullable String instruction;
    private List<ConversationItem> conversation = List.of();
    private List<Participant> participants = List.of();
    private List<ToolSpec> tools = List.of();

    private Builder(PluginContext context) {
      this.context = Objects.requireNonNull(context, "context");
    }

    /** Sets the numbers of reply and step; default 1 and 0. */
    public Builder number(int reply, int step) {
      this.reply = reply;
      this.step = step;
      return this;
    }

    /** Sets whether the turn may not be over yet; default false. */
    public Builder speculative(boolean speculative) {
      this.speculative = speculative;
      return this;
    }

    /** Sets the system message; default empty. */
    public Builder instructions(String instructions) {
      this.instructions = Objects.requireNonNull(instructions, "instructions");
      return this;
    }

    /** Sets what to do now; default nothing in particular. */
    public Builder instruction(@Nullable String instruction) {
      this.instruction = instruction;
      return this;
    }

    /** Sets the conversation so far; default empty. */
    public Builder conversation(List<ConversationItem> conversation) {
      this.conversation = List.copyOf(conversation);
      return this;
    }

    /** Sets who is in the room; default nobody. */
    public Builder participants(List<Participant> participants) {
      this.participants = List.copyOf(participants);
      return this;
    }

    /** Sets what may be called; default nothing. */
    public Builder tools(List<ToolSpec> tools) {
      this.tools = List.copyOf(tools);
      return this;
    }

    /** Builds the request. */
    public ReplyRequest build() {
      return new ReplyRequest(this);
    }
  }
}
