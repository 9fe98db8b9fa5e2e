package dev.parley.tts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.AgentException;
import dev.parley.spi.TtsRequest;
import java.time.Duration;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Deepgram's Aura socket: sentences, and one flush at the end of the reply, since 20 a minute are
 * allowed. Its audio carries no id, so one reply follows another.
 */
final class AuraProtocol implements Protocol {
  private static final Duration CONFIRM = Duration.ofMillis(300);

  /**
   * After a warning in place of {@code Flushed} the reply is over when it has been silent so long.
   */
  private static final Duration QUIET = Duration.ofSeconds(1);

  private final Line line;
  private final DeepgramFailures failures;
  private final Handover handover;
  private @Nullable Reply reply;

  AuraProtocol(Line line, Failures failures) {
    this.line = line;
    this.failures = new DeepgramFailures(failures);
    this.handover = new Handover(line, failures, CONFIRM);
  }

  @Override
  public Talk begin(TtsRequest request, SynthesisListener listener) {
    var next = new Reply(listener);
    handover.whenFree(next::enter);
    return next;
  }

  @Override
  public void message(JsonNode message) {
    switch (Json.text(message, "type")) {
      case "Metadata" -> line.ready();
      case "Flushed" -> flushed();
      case "Cleared" -> handover.confirmed();
      case "Warning" -> warned();
      case "Error" -> line.fail(failures.inBand(message));
      default -> {} // kinds of tomorrow
    }
  }

  private void flushed() {
    if (reply != null && !handover.isPending()) {
      reply.done();
    }
  }

  private void warned() {
    line.pool().warnings().count();
    if (reply != null) {
      reply.warned();
    }
  }

  @Override
  public void bytes(ByteString bytes) {
    if (handover.isPending() || reply == null) {
      line.pool().late().count();
    } else {
      reply.audio(bytes);
    }
  }

  @Override
  public AgentException failureOf(Ending ending) {
    return failures.ending(ending);
  }

  @Override
  public ObjectNode farewell() {
    return type("Close");
  }

  private static ObjectNode type(String type) {
    return Json.object().put("type", type);
  }

  private final class Reply implements Talk {
    private final SynthesisListener listener;
    private final Watch quiet = line.newWatch();
    private boolean spoken;
    private boolean ended;
    private boolean warned;
    private boolean over;

    Reply(SynthesisListener listener) {
      this.listener = listener;
    }

    void enter() {
      if (!over) {
        reply = this;
        listener.ready();
      }
    }

    @Override
    public void say(String text) {
      spoken = true;
      line.send(type("Speak").put("text", text));
    }

    @Override
    public void end() {
      ended = true;
      line.send(type("Flush"));
    }

    @Override
    public boolean cancel() {
      boolean cut = spoken && !over;
      leave();
      if (cut) {
        line.send(type("Clear"));
        handover.cancelled();
      }
      return cut;
    }

    void audio(ByteString bytes) {
      if (warned) {
        watchQuiet();
      }
      listener.audio(bytes.asByteBuffer());
    }

    void warned() {
      warned = ended;
      watchQuiet();
    }

    /** The flush was refused: nobody will say that the reply is over, and the socket is unsure. */
    private void watchQuiet() {
      if (warned) {
        quiet.set(
            QUIET,
            () -> {
              line.pool().retire(line);
              done();
            });
      }
    }

    void done() {
      leave();
      listener.done();
    }

    private void leave() {
      over = true;
      quiet.cancel();
      reply = reply == this ? null : reply;
    }
  }
}
