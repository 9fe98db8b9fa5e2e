package dev.parley;

import dev.parley.internal.failover.Alternatives;
import dev.parley.internal.session.AgentRecipe;
import dev.parley.internal.session.Session;
import dev.parley.internal.session.SilentVoice;
import dev.parley.spi.Brain;
import dev.parley.spi.RoomRequest;
import dev.parley.spi.SpeechToText;
import dev.parley.spi.TextToSpeech;
import dev.parley.spi.Transport;
import dev.parley.spi.TurnDetector;
import dev.parley.spi.VoiceActivityDetector;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A recipe for voice agents: instructions, plugins, policies. Immutable and thread-safe; starts any
 * number of sessions.
 *
 * <pre>{@code
 * VoiceAgent agent = VoiceAgent.builder()
 *     .instructions("You are the assistant of a small café. Answer in one or two sentences.")
 *     .speechToText(stt).brain(brain).textToSpeech(tts).vad(vad)
 *     .greeting("Welcome! What can I do for you?")
 *     .build();
 * AgentSession session = agent.start(transport, "cafe");
 * }</pre>
 *
 * <p>Without a brain the agent says only what the application gives it; without a brain and a voice
 * it is a silent observer.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class VoiceAgent {
  private final AgentRecipe recipe;
  private final String name;
  private final @Nullable AgentRuntime runtime;

  private VoiceAgent(Builder builder) {
    this.recipe = builder.recipe();
    this.name = builder.name;
    this.runtime = builder.runtime;
  }

  /** Returns a builder of an agent that can do nothing yet. */
  public static Builder builder() {
    return new Builder();
  }

  /** Sends the agent into a room. Returns at once; events tell when it has joined. */
  public AgentSession start(Transport transport, String room) {
    return start(transport, RoomRequest.of(room));
  }

  /** Sends the agent into a room. Returns at once; events tell when it has joined. */
  public AgentSession start(Transport transport, RoomRequest room) {
    return start(transport, room, session -> {});
  }

  /**
   * Sends the agent into a room.
   *
   * @param prepare is given the session before anything happens in it, to add listeners
   */
  public AgentSession start(Transport transport, RoomRequest room, Consumer<AgentSession> prepare) {
    boolean observer = room.observer() || (recipe.brain() == null && recipe.tts() == null);
    RoomRequest request = room.toBuilder().agentName(name).observer(observer).build();
    AgentRuntime used = runtime == null ? AgentRuntime.shared() : runtime;
    var session = new Session(used.threads(), recipe, request);
    prepare.accept(session);
    session.open(transport);
    return session;
  }

  /**
   * Sends the agent into every room in which somebody waits for one, as soon as somebody does.
   *
   * @throws IllegalArgumentException when the transport cannot invite agents
   */
  public void serve(Transport transport, Consumer<AgentSession> prepare) {
    if (!transport.onInvitation(room -> start(transport, room, prepare))) {
      throw new IllegalArgumentException(
          "the transport "
              + transport.name()
              + " does not know who waits for an agent; start(transport, room) names the room");
    }
  }

  /** Builds agents. Not thread-safe. */
  public static final class Builder {
    private Supplier<String> instructions = () -> "";
    private String name = "Parley";
    private @Nullable SpeechToText stt;
    private @Nullable Brain brain;
    private @Nullable TextToSpeech tts;
    private @Nullable VoiceActivityDetector vad;
    private @Nullable TurnDetector turnDetector;
    private @Nullable String greeting;
    private @Nullable AgentRuntime runtime;
    private List<String> keyterms = List.of();
    private final List<Tool> tools = new ArrayList<>();
    private final List<AgentListener> listeners = new ArrayList<>();
    private TurnPolicy turns = TurnPolicy.defaults();
    private InterruptionPolicy interruptions = InterruptionPolicy.defaults();
    private ReplyPolicy replies = ReplyPolicy.defaults();

    private Builder() {}

    /** Sets who the agent is and how it behaves; default nothing. */
    public Builder instructions(String instructions) {
      Objects.requireNonNull(instructions, "instructions");
      return instructions(() -> instructions);
    }

    /**
     * Sets where the instructions come from; asked on the session loop for each request to the
     * brain.
     */
    public Builder instructions(Supplier<String> instructions) {
      this.instructions = Objects.requireNonNull(instructions, "instructions");
      return this;
    }

    /**
     * Sets how the agent is shown to others and, unless the turn policy says otherwise, addressed;
     * default {@code Parley}.
     */
    public Builder name(String name) {
      this.name = Objects.requireNonNull(name, "name");
      return this;
    }

    /** Sets the recogniser; default none: people can only type. */
    public Builder speechToText(@Nullable SpeechToText stt) {
      this.stt = stt;
      return this;
    }

    /** Sets the brain; default none. */
    public Builder brain(@Nullable Brain brain) {
      this.brain = brain;
      return this;
    }

    /** Sets the voice; default none: replies are text only. */
    public Builder textToSpeech(@Nullable TextToSpeech tts) {
      this.tts = tts;
      return this;
    }

    /** Sets the voice activity detector; default none: the recogniser's own signals are used. */
    public Builder vad(@Nullable VoiceActivityDetector vad) {
      this.vad = vad;
      return this;
    }

    /** Sets what judges whether a thought is finished; default none. */
    public Builder turnDetector(@Nullable TurnDetector turnDetector) {
      this.turnDetector = turnDetector;
      return this;
    }

    /** Sets what the agent says on joining; default nothing. */
    public Builder greeting(@Nullable String greeting) {
      this.greeting = greeting;
      return this;
    }

    /** Sets names and words that recognisers should expect, most important first; default none. */
    public Builder keyterms(List<String> keyterms) {
      this.keyterms = List.copyOf(keyterms);
      return this;
    }

    /** Adds a tool. */
    public Builder tool(Tool tool) {
      this.tools.add(Objects.requireNonNull(tool, "tool"));
      return this;
    }

    /** Adds a listener of all sessions. */
    public Builder listener(AgentListener listener) {
      this.listeners.add(Objects.requireNonNull(listener, "listener"));
      return this;
    }

    /** Sets when turns are over and whose are answered. */
    public Builder turns(TurnPolicy turns) {
      this.turns = Objects.requireNonNull(turns, "turns");
      return this;
    }

    /** Sets who may interrupt, and when. */
    public Builder interruptions(InterruptionPolicy interruptions) {
      this.interruptions = Objects.requireNonNull(interruptions, "interruptions");
      return this;
    }

    /** Sets how replies are made. */
    public Builder replies(ReplyPolicy replies) {
      this.replies = Objects.requireNonNull(replies, "replies");
      return this;
    }

    /** Sets the threads; default {@link AgentRuntime#shared}. */
    public Builder runtime(AgentRuntime runtime) {
      this.runtime = Objects.requireNonNull(runtime, "runtime");
      return this;
    }

    /**
     * Builds the agent.
     *
     * @throws IllegalArgumentException when the parts do not fit together
     */
    public VoiceAgent build() {
      if (vad == null && turns.endpointing() == TurnPolicy.Endpointing.VAD) {
        throw new IllegalArgumentException(
            "endpointing is VAD, but there is no voice activity detector; add one with vad(...) or choose another endpointing");
      }
      if (stt != null
          && vad == null
          && turns.endpointing() == TurnPolicy.Endpointing.AUTO
          && !stt.capabilities().endOfTurn()) {
        throw new IllegalArgumentException(
            "the recogniser "
                + stt.name()
                + " does not tell when a turn is over; add a voice activity detector with vad(...)");
      }
      return new VoiceAgent(this);
    }

    private AgentRecipe recipe() {
      TurnPolicy named =
          turns.agentNames().isEmpty()
              ? turns.toBuilder().agentNames(List.of(name)).build()
              : turns;
      return new AgentRecipe(
          instructions,
          stt,
          brain,
          new Alternatives<>(brain == null ? List.of() : brain.alternatives()),
          tts,
          new Alternatives<>(tts == null ? List.of(new SilentVoice()) : tts.alternatives()),
          vad,
          turnDetector,
          greeting,
          keyterms,
          List.copyOf(tools),
          named,
          interruptions,
          replies,
          List.copyOf(listeners));
    }
  }
}
