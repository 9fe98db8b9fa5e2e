package dev.parley.tts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.AgentException;
import dev.parley.spi.TtsRequest;
import dev.parley.spi.Word;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * AssemblyAI's voice socket: a {@code Generate} and a {@code Flush} a sentence, answered in order.
 * Key and parameters are checked after the upgrade, so only {@code Begin} means ready.
 */
final class AssemblyAiProtocol implements Protocol {
  private static final System.Logger LOGGER = System.getLogger(AssemblyAiProtocol.class.getName());
  private static final Duration CONFIRM = Duration.ofMillis(500);

  /** Word times come after the audio, at best effort. */
  private static final Duration GRACE = Duration.ofMillis(500);

  /** Half the vendor's longest idle time. */
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(60);

  /** In the year 5138; what is later is no moment. */
  private static final double LATEST_EXPIRY_SECONDS = 1e11;

  private final Line line;
  private final AssemblyAiFailures failures;
  private final Handover handover;
  private final int bytesPerSecond;
  private final boolean wordTimes;
  private @Nullable Reply reply;

  AssemblyAiProtocol(Line line, Failures failures, Manners manners, boolean wordTimes) {
    this.line = line;
    this.failures = new AssemblyAiFailures(failures);
    this.handover = new Handover(line, failures, CONFIRM);
    this.bytesPerSecond = manners.output().sampleRateHz() * manners.output().bytesPerSample();
    this.wordTimes = wordTimes;
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
      case "Begin" -> begun(message);
      case "Audio" -> audio(Json.bytes(message, "audio"));
      case "FlushDone" -> flushDone(message.path("flush_id").asLong());
      case "WordBoundaries" -> boundaries(message);
      case "Cancelled" -> handover.confirmed();
      case "Error" -> line.fail(failures.inBand(message));
      default -> {} // Termination, and kinds of tomorrow
    }
  }

  private void begun(JsonNode begin) {
    JsonNode expires = Json.first(begin, "expires_at");
    if (expires != null && expires.isNumber() && expires.asDouble() < LATEST_EXPIRY_SECONDS) {
      line.pool().expires(line, Instant.ofEpochSecond(Math.max(0, expires.asLong())));
    }
    JsonNode unknown = begin.path("configuration").path("unknown_params");
    if (!unknown.isEmpty()) {
      LOGGER.log(Level.WARNING, "AssemblyAI does not know the parameters {0}", unknown);
    }
    line.ready();
  }

  private void audio(ByteBuffer audio) {
    if (handover.isPending() || reply == null) {
      line.pool().late().count();
    } else {
      reply.audio(audio);
    }
  }

  private void flushDone(long flush) {
    if (reply != null && !handover.isPending()) {
      reply.flushDone(flush);
    }
  }

  private void boundaries(JsonNode message) {
    if (reply != null) {
      reply.boundaries(message);
    }
  }

  @Override
  public void bytes(ByteString bytes) {
    line.pool().warnings().count();
  }

  @Override
  public AgentException failureOf(Ending ending) {
    return failures.ending(ending);
  }

  @Override
  public ObjectNode farewell() {
    return type("Terminate");
  }

  private static ObjectNode type(String type) {
    return Json.object().put("type", type);
  }

  private final class Reply implements Talk {
    private final SynthesisListener listener;
    private final Watch watch = line.newWatch();
    private final Map<Long, Duration> starts = new HashMap<>();
    private Duration flushStart = Duration.ZERO;
    private int flushes;
    private long bytes;
    private boolean ended;
    private boolean over;

    Reply(SynthesisListener listener) {
      this.listener = listener;
    }

    void enter() {
      if (!over) {
        reply = this;
        keepAlive();
        listener.ready();
      }
    }

    private void keepAlive() {
      watch.set(
          KEEP_ALIVE,
          () -> {
            line.send(type("KeepAlive"));
            keepAlive();
          });
    }

    @Override
    public void say(String text) {
      flushes++;
      line.send(type("Generate").put("text", text));
      line.send(type("Flush"));
      keepAlive();
    }

    @Override
    public void end() {
      ended = true;
      watch.cancel();
      doneIfOver();
    }

    @Override
    public boolean cancel() {
      boolean cut = flushes > 0 && !over;
      leave();
      if (cut) {
        line.send(type("Cancel"));
        handover.cancelled();
      }
      return cut;
    }

    void audio(ByteBuffer audio) {
      bytes += audio.remaining();
      listener.audio(audio);
    }

    void flushDone(long flush) {
      flushes--;
      if (wordTimes) {
        starts.put(flush, flushStart);
      }
      flushStart = Duration.ofNanos(bytes * 1_000_000_000L / bytesPerSecond);
      listener.partDone();
      doneIfOver();
    }

    /** Times are milliseconds on the clock of the session, over all its requests. */
    void boundaries(JsonNode message) {
      Duration start = starts.remove(message.path("flush_id").asLong());
      if (start == null) {
        return;
      }
      Duration offset = start.minusMillis(message.path("audio_start_ms").asLong());
      List<Word> words = new ArrayList<>();
      for (JsonNode word : message.path("words")) {
        words.add(
            new Word(
                word.path("word").asText(),
                offset.plusMillis(word.path("start").asLong()),
                offset.plusMillis(word.path("end").asLong()),
                word.path("confidence").asDouble(1)));
      }
      listener.words(words);
      doneIfOver();
    }

    private void doneIfOver() {
      if (!ended || flushes > 0 || over) {
        return;
      }
      if (starts.isEmpty()) {
        done();
      } else {
        watch.set(GRACE, this::done);
      }
    }

    private void done() {
      leave();
      listener.done();
    }

    private void leave() {
      over = true;
      watch.cancel();
      reply = reply == this ? null : reply;
    }
  }
}
