package dev.parley.tts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.AgentException;
import dev.parley.spi.TtsRequest;
import java.time.Duration;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Deepgram's Flux socket: words as they are written, a flush at the end of the turn, {@code
 * SpeechMetadata} as its end; {@code Flushed} comes before or after that and means nothing.
 *
 * <p>The voice carries its tone over the turns of a conversation, so a connection belongs to one.
 */
final class FluxProtocol implements Protocol {
  private static final Duration CONFIRM = Duration.ofMillis(500);
  private static final Duration QUIET = Duration.ofMillis(500);

  private final Line line;
  private final DeepgramFailures failures;
  private final Handover handover;
  private final PlayedOffset offset;
  private @Nullable Turn turn;

  FluxProtocol(Line line, Failures failures, Manners manners) {
    this.line = line;
    this.failures = new DeepgramFailures(failures);
    this.handover = new Handover(line, failures, CONFIRM);
    this.offset = new PlayedOffset(line.clock(), manners.output());
  }

  @Override
  public Talk begin(TtsRequest request, SynthesisListener listener) {
    var next = new Turn(listener);
    handover.whenFree(next::enter);
    return next;
  }

  @Override
  public void message(JsonNode message) {
    switch (Json.text(message, "type")) {
      case "Connected" -> line.ready();
      case "SpeechMetadata" -> ended(message.path("audio_duration_ms").asDouble());
      case "SpeechInterrupted" -> handover.confirmed();
      case "Warning" -> warned(Json.text(message, "code"));
      case "Error" -> line.fail(failures.inBand(message));
      default -> {} // SpeechStarted, Flushed, and kinds of tomorrow
    }
  }

  private void ended(double millis) {
    if (turn != null && !handover.isPending()) {
      turn.listener.measured("vendor_audio.seconds", millis / 1_000);
      offset.turnEnded();
      turn.done();
    }
  }

  private void warned(String code) {
    line.pool().warnings().count();
    if (code.equals("NO_ACTIVE_SPEECH")) {
      handover.confirmed(); // nothing was active: no SpeechInterrupted follows
    } else if (code.equals("NO_SYNTHESIZABLE_TEXT") && turn != null) {
      turn.nothingToSay();
    }
  }

  @Override
  public void bytes(ByteString bytes) {
    if (handover.isPending() || turn == null) {
      line.pool().late().count();
    } else {
      offset.received(bytes.size());
      turn.listener.audio(bytes.asByteBuffer());
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

  private final class Turn implements Talk {
    private final SynthesisListener listener;
    private final Watch quiet = line.newWatch();
    private boolean spoken;
    private boolean over;

    Turn(SynthesisListener listener) {
      this.listener = listener;
    }

    void enter() {
      if (!over) {
        turn = this;
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
      line.send(type("Flush"));
    }

    @Override
    public boolean cancel() {
      boolean cut = spoken && !over;
      leave();
      if (cut) {
        interrupt();
        handover.cancelled();
      }
      return cut;
    }

    private void interrupt() {
      ObjectNode message = type("Interrupt");
      long played = offset.interrupted();
      if (played > 0) {
        message.putObject("playback_offset").put("type", "time_ms").put("value", played);
      }
      line.send(message);
    }

    void nothingToSay() {
      listener.nothingToSay();
      quiet.set(QUIET, this::done);
    }

    void done() {
      leave();
      listener.done();
    }

    private void leave() {
      over = true;
      quiet.cancel();
      turn = turn == this ? null : turn;
    }
  }
}
