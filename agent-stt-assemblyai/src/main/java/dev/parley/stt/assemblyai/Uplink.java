package dev.parley.stt.assemblyai;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * What one session says to the server: audio in messages of 50 ms to 1 s, and control messages, in
 * the order in which they are said. Used in the stream's context only.
 *
 * <p>A message that the socket refuses is not reported: the end of the connection is told
 * separately, and the audio is kept until there is a final of it.
 */
final class Uplink {
  private static final int LEAST_MILLIS = 50;

  private final int sampleRateHz;
  private final Encoding encoding;
  private final Timeline timeline;
  private @Nullable Connection connection;

  Uplink(int sampleRateHz, Encoding encoding, Timeline timeline) {
    this.sampleRateHz = sampleRateHz;
    this.encoding = encoding;
    this.timeline = timeline;
  }

  /** Speaks over this connection. */
  void over(Connection open) {
    connection = open;
  }

  /** Sends these in one message, padded when they are too short for one. */
  void audio(List<Chunk> chunks) {
    if (chunks.size() == 1 && chunks.get(0).sentSamples() >= leastSamples()) {
      timeline.sent(chunks.get(0));
      transmit(chunks.get(0).payload());
    } else {
      joined(chunks);
    }
  }

  private void joined(List<Chunk> chunks) {
    var audio = new Buffer();
    for (Chunk chunk : chunks) {
      audio.write(chunk.payload());
      timeline.sent(chunk);
    }
    int padding = Math.max(0, leastSamples() - samples(audio.size()));
    if (padding > 0) {
      audio.write(silence(padding));
      timeline.padded(padding);
    }
    transmit(audio.readByteString());
  }

  /** Sends silence that is not of the stream. */
  void silence(Duration duration) {
    int samples = AudioBatcher.samplesIn(sampleRateHz, duration.toMillis());
    timeline.padded(samples);
    transmit(silence(samples));
  }

  private ByteString silence(int samples) {
    var bytes = new byte[samples * encoding.bytesPerSample()];
    Arrays.fill(bytes, encoding.silence());
    return ByteString.of(bytes);
  }

  private void transmit(ByteString message) {
    int samples = samples(message.size());
    if (samples < leastSamples() || samples > sampleRateHz) {
      throw new IllegalStateException("a message of " + samples + " samples would end the session");
    }
    if (connection != null) {
      connection.send(message);
    }
  }

  /** Sends a control message. */
  void say(String message) {
    if (connection != null) {
      connection.send(message);
    }
  }

  /** Whether more than two seconds of audio pile up before the socket. */
  boolean isCongested() {
    long most = 2L * sampleRateHz * encoding.bytesPerSample();
    return connection != null && connection.queuedBytes() > most;
  }

  private int samples(long bytes) {
    return Math.toIntExact(bytes / encoding.bytesPerSample());
  }

  private int leastSamples() {
    return AudioBatcher.samplesIn(sampleRateHz, LEAST_MILLIS);
  }
}
