package dev.parley.stt.assemblyai;

import dev.parley.spi.SpeechToText;
import dev.parley.spi.SttCapabilities;
import dev.parley.spi.SttListener;
import dev.parley.spi.SttRequest;
import dev.parley.spi.SttStream;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apiguardian.api.API;

/**
 * Speech to text by AssemblyAI's streaming API, version 3. Thread-safe.
 *
 * <p>One stream is one WebSocket at a time: audio as 16-bit PCM, mono, in messages of 50 ms. When a
 * connection is lost, the stream opens another and sends the audio again that has no final yet, so
 * that no word is lost and none comes twice; its listener sees the times and numbers of one stream.
 * Each break is told as an error of a stream that lives on. Causes that would come again, such as a
 * wrong key, end the stream at once.
 *
 * <p>AssemblyAI bills the time that the connection is open, silence included: {@link
 * SttStream#finish} or {@link SttStream#close} streams that are not needed.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class AssemblyAiStt extends SpeechToText {
  static final String NAME = "assemblyai";

  private final EngineParts parts;
  private final Map<AssemblyAiStream, String> streams = new ConcurrentHashMap<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  AssemblyAiStt(EngineParts parts) {
    this.parts = parts;
  }

  /** Returns a builder; it needs a key or a supplier of tokens. */
  public static AssemblyAiSttBuilder builder() {
    return new AssemblyAiSttBuilder();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public SttCapabilities capabilities() {
    return new SttCapabilities(parts.options().interims(), true, true);
  }

  /**
   * Opens a stream. Returns at once.
   *
   * @throws IllegalStateException when the engine is closed
   */
  @Override
  public SttStream open(SttRequest request, SttListener listener) {
    Objects.requireNonNull(listener, "listener");
    if (closed.get()) {
      throw new IllegalStateException("the AssemblyAI engine is closed; make another");
    }
    var stream = new AssemblyAiStream(parts, request, listener, streams::remove);
    streams.put(stream, request.context().sessionId());
    if (closed.get()) { // in the meantime, and whoever closed it did not see this one
      stream.close();
    }
    stream.start();
    return stream;
  }

  /**
   * Changes settings of all open streams of a session, from the next message on. Streams that are
   * opened later keep the engine's settings. Settings that the model does not know are left out.
   *
   * @param sessionId of {@link dev.parley.spi.PluginContext#sessionId}
   */
  public void update(String sessionId, LiveSettings settings) {
    ParameterValues changes = settings.values();
    streams.forEach(
        (stream, session) -> {
          if (session.equals(sessionId)) {
            stream.update(changes);
          }
        });
  }

  /** Closes the streams that are still open and frees the HTTP client's threads. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      Set.copyOf(streams.keySet()).forEach(AssemblyAiStream::close);
      parts.shutDown().run();
    }
  }
}
