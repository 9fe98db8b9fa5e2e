package dev.parley.testkit;

import dev.parley.spi.Brain;
import dev.parley.spi.ReplyListener;
import dev.parley.spi.ReplyRequest;
import dev.parley.spi.ReplyStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Answers what it hears, the last user text, tool result or instruction of a request, with the line
 * that was written for it.
 *
 * <p>A token is a word with the blanks after it. The first comes at {@code firstToken}, the last at
 * {@code lasts}, the others evenly between them; then come the calls and the end. A request without
 * tools that follows on tool calls gets text only. A request that nobody wrote a line for fails,
 * and is remembered. Thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ScriptedBrain extends Brain implements StreamSource {
  private final String name;
  private final boolean knowsTools;
  private final BrainScript script;
  private final BrainMemory memory;
  private final OpenStreams streams = new OpenStreams();
  private final List<BrainRequest> requests;
  private final List<BrainRequest> unscripted;

  private ScriptedBrain(Builder builder) {
    this.name = builder.name;
    this.knowsTools = builder.knowsTools;
    this.script = new BrainScript(builder.lines);
    ScriptedBrain first = builder.fallbackOf;
    this.memory = first == null ? new BrainMemory() : first.memory;
    this.requests = first == null ? new CopyOnWriteArrayList<>() : first.requests;
    this.unscripted = first == null ? new CopyOnWriteArrayList<>() : first.unscripted;
  }

  /** Returns a builder of a brain without lines. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public ReplyStream open(ReplyRequest request, ReplyListener listener) {
    List<String> texts = memory.heardIn(request);
    String heard = script.knownOf(texts).orElse(texts.get(0));
    var asked = BrainRequest.of(heard, request);
    requests.add(asked);
    var stream =
        new ScriptedReplyStream(
            request.context().clock(), listener, streams.open("reply " + request.reply()));
    Optional<BrainScript.Choice> choice = script.take(heard);
    if (choice.isEmpty()) {
      unscripted.add(asked);
    }
    stream.begin(choice.orElse(null), isTextOnly(request));
    return stream;
  }

  private boolean isTextOnly(ReplyRequest request) {
    return request.tools().isEmpty() && (knowsTools || request.step() > 0);
  }

  @Override
  public List<String> unfinishedStreams() {
    return streams.names();
  }

  /** What this brain, and those that share its memory, were asked, in order, retries included. */
  public List<BrainRequest> requests() {
    return List.copyOf(requests);
  }

  /** Those of the requests that nobody wrote a line for. */
  public List<BrainRequest> unscripted() {
    return List.copyOf(unscripted);
  }

  /** Builds brains. Not thread-safe. */
  public static final class Builder {
    private final List<BrainLine> lines = new ArrayList<>();
    private String name = "scripted";
    private boolean knowsTools;
    private @Nullable ScriptedBrain fallbackOf;

    private Builder() {}

    /** Adds a line. */
    public Builder line(BrainLine line) {
      lines.add(Objects.requireNonNull(line, "line"));
      return this;
    }

    /** Adds the answer to a text, with the usual times. */
    public Builder line(String hears, String says) {
      return line(BrainLine.hears(hears).says(says).build());
    }

    /** Sets its name; default {@code scripted}. */
    public Builder name(String name) {
      this.name = Objects.requireNonNull(name, "name");
      return this;
    }

    /**
     * Says that the agent has tools: a request without any, even the first, gets text only. Default
     * false.
     */
    public Builder knowsTools(boolean knowsTools) {
      this.knowsTools = knowsTools;
      return this;
    }

    /**
     * Makes it the second brain of a list: what one was asked, the other knows. Default: a brain of
     * its own.
     */
    public Builder fallbackOf(ScriptedBrain first) {
      this.fallbackOf = Objects.requireNonNull(first, "first");
      return this;
    }

    /** Builds the brain. */
    public ScriptedBrain build() {
      return new ScriptedBrain(this);
    }
  }
}
