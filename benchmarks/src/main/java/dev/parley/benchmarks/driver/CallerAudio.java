package dev.parley.benchmarks.driver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.audio.WavFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What every caller says: a cycle in frames of 10 ms, and where its utterances lie. Immutable. */
final class CallerAudio {
  static final int FRAME_MILLIS = 10;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final AudioFormat format;
  private final byte[] pcm;
  private final int frameBytes;
  private final int frames;
  private final Map<Integer, Mark> begins = new HashMap<>();
  private final Map<Integer, Mark> ends = new HashMap<>();

  private CallerAudio(AudioFrame cycle, JsonNode marks) {
    this.format = cycle.format();
    this.pcm = cycle.toByteArray();
    this.frameBytes = format.sampleRateHz() * FRAME_MILLIS / 1_000 * format.bytesPerSample();
    this.frames = marks.path("cycle_ms").asInt() / FRAME_MILLIS;
    if (frames < 1 || pcm.length < frames * frameBytes) {
      throw new IllegalArgumentException(
          "the recording holds " + pcm.length + " bytes, fewer than its marks' cycle");
    }
    for (JsonNode each : marks.path("marks")) {
      var mark =
          new Mark(
              each.path("start_ms").asInt() / FRAME_MILLIS,
              each.path("end_ms").asInt() / FRAME_MILLIS - 1,
              each.path("barge").asBoolean());
      begins.put(mark.firstFrame(), mark);
      ends.put(mark.lastFrame(), mark);
    }
  }

  static CallerAudio read(Path wav, Path marks) throws IOException {
    return new CallerAudio(WavFile.read(wav), JSON.readTree(marks.toFile()));
  }

  AudioFormat format() {
    return format;
  }

  /** How many frames the cycle has. */
  int frames() {
    return frames;
  }

  /** Returns a frame of its own, as a transport copies what the network gave it. */
  AudioFrame frame(int index) {
    return AudioFrame.copyOf(format, pcm, index * frameBytes, frameBytes);
  }

  /** The utterance that begins with this frame. */
  @Nullable Mark beginningAt(int index) {
    return begins.get(index);
  }

  /** The utterance that ends with this frame. */
  @Nullable Mark endingAt(int index) {
    return ends.get(index);
  }
}
