package dev.parley.tts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.AgentException;
import dev.parley.spi.TtsRequest;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * ElevenLabs' sockets of many contexts: one context a reply, a flush a sentence.
 *
 * <p>A context counts as open until its {@code isFinal}, whoever closed it: a sixth one would close
 * the socket and take all others with it.
 */
final class ElevenLabsProtocol implements Protocol {
  private final Line line;
  private final ElevenLabsMessages messages;
  private final ElevenLabsFailures failures;
  private final int bytesPerSecond;
  private final Duration keepAlive;
  private final Map<String, Context> contexts = new HashMap<>();
  private final Set<String> cancelled = new HashSet<>();
  private int number;

  /**
   * Creates the protocol of one connection.
   *
   * @param keepAlive how often a context that waits for text is kept alive
   */
  ElevenLabsProtocol(
      Line line,
      ElevenLabsMessages messages,
      ElevenLabsFailures failures,
      Manners manners,
      Duration keepAlive) {
    this.line = line;
    this.messages = messages;
    this.failures = failures;
    this.bytesPerSecond = manners.output().sampleRateHz() * manners.output().bytesPerSample();
    this.keepAlive = keepAlive;
  }

  @Override
  public void opened() {
    line.ready();
  }

  /** A text that does not end in a blank is held back by the vendor. */
  @Override
  public String sent(Part part) {
    String text = part.text().stripTrailing();
    return text + " ";
  }

  @Override
  public Talk begin(TtsRequest request, SynthesisListener listener) {
    var context = new Context("c" + ++number, listener);
    contexts.put(context.id, context);
    line.send(messages.open(context.id));
    context.keepAlive();
    listener.ready();
    return context;
  }

  @Override
  public void message(JsonNode message) {
    String id = Json.text(message, "contextId", "context_id");
    Context context = contexts.get(id);
    if (context != null) {
      context.hear(message);
    } else if (cancelled.contains(id)) {
      forget(id, message);
    } else if (message.hasNonNull("error")) {
      line.fail(failures.inBand(message));
    }
  }

  private void forget(String id, JsonNode message) {
    if (Json.bytes(message, "audio").hasRemaining()) {
      line.pool().late().count();
    }
    if (isFinal(message) && cancelled.remove(id)) {
      line.pool().dead(line);
    }
  }

  private static boolean isFinal(JsonNode message) {
    return Json.isTrue(message, "isFinal", "is_final");
  }

  @Override
  public AgentException failureOf(Ending ending) {
    return failures.ending(ending);
  }

  @Override
  public ObjectNode farewell() {
    return messages.closeSocket();
  }

  private final class Context implements Talk {
    private final String id;
    private final SynthesisListener listener;
    private final Watch watch = line.newWatch();
    private final CharacterWords words = new CharacterWords();
    private long bytes;

    Context(String id, SynthesisListener listener) {
      this.id = id;
      this.listener = listener;
    }

    private void keepAlive() {
      watch.set(
          keepAlive,
          () -> {
            line.send(messages.keepAlive(id));
            keepAlive();
          });
    }

    @Override
    public void say(String text) {
      messages.say(id, text).forEach(line::send);
      keepAlive();
    }

    @Override
    public void end() {
      watch.cancel();
      line.send(messages.close(id));
    }

    @Override
    public boolean cancel() {
      watch.cancel();
      if (contexts.remove(id) == null) {
        return false;
      }
      cancelled.add(id);
      line.send(messages.close(id));
      return true;
    }

    void hear(JsonNode message) {
      if (message.hasNonNull("error")) {
        leave();
        listener.failed(failures.inBand(message));
        return;
      }
      Duration start = Duration.ofNanos(bytes * 1_000_000_000L / bytesPerSecond);
      ByteBuffer audio = Json.bytes(message, "audio");
      bytes += audio.remaining();
      listener.audio(audio);
      JsonNode alignment = Json.first(message, "alignment");
      if (alignment != null) {
        ElevenLabsAlignment.milliseconds(alignment, start, words);
        listener.words(words.take());
      }
      if (isFinal(message)) {
        listener.words(words.finish());
        leave();
        listener.done();
      }
    }

    private void leave() {
      watch.cancel();
      contexts.remove(id);
    }
  }
}
