package dev.parley.tts;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.audio.PcmAssembler;
import dev.parley.audio.Resampler;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The audio of one reply on its way from a vendor's bytes to frames of whole samples, in one rate,
 * without silence in front. Not thread-safe.
 *
 * <p>A sample that is cut by the end of a chunk waits for its rest; one that is cut by the end of a
 * part is dropped and counted, so that it does not shift the next part by a byte, which is loud
 * noise.
 */
final class SampleStream {
  private final AudioFormat output;
  private final SilenceTrimmer trimmer;
  private WavHeader header;
  private @Nullable PcmAssembler assembler;
  private @Nullable Resampler resampler;
  private Duration received = Duration.ZERO;
  private long partSamples;
  private int droppedBytes;

  /** Creates a stream of audio that is asked for, and given out, in this format. */
  SampleStream(AudioFormat output) {
    this.output = output;
    this.trimmer = new SilenceTrimmer(output);
    this.header = new WavHeader(output);
  }

  /** Adds bytes and returns what is to be heard now, maybe nothing. */
  List<AudioFrame> add(ByteBuffer bytes) {
    return assemble(header.add(bytes));
  }

  /** Ends a part of the text and returns what was still held of its audio. */
  List<AudioFrame> endPart() {
    var frames = new ArrayList<>(assemble(header.finish()));
    if (resampler != null) {
      keep(resampler.flush(), frames);
    }
    received = received();
    partSamples = 0;
    droppedBytes += assembler == null ? 0 : assembler.pendingBytes();
    assembler = null;
    resampler = null;
    header = new WavHeader(output);
    return frames;
  }

  /** Ends the reply and returns what was still held of its audio. */
  List<AudioFrame> finish() {
    var frames = new ArrayList<>(endPart());
    AudioFrame rest = trimmer.finish();
    if (rest.sampleCount() > 0) {
      frames.add(rest);
    }
    return frames;
  }

  /** How much audio has come, silence included. */
  Duration received() {
    return received.plus(header.format().durationOf(partSamples));
  }

  /** Whether the first sound has come, so that {@link #trimmed} does not change any more. */
  boolean started() {
    return trimmer.started();
  }

  /** How much silence was left out in front. */
  Duration trimmed() {
    return trimmer.trimmed();
  }

  /** How many bytes of cut samples were dropped. */
  int droppedBytes() {
    return droppedBytes;
  }

  private List<AudioFrame> assemble(ByteBuffer pcm) {
    if (!pcm.hasRemaining()) {
      return List.of();
    }
    if (assembler == null) {
      assembler = new PcmAssembler(header.format());
      resampler = header.format().equals(output) ? null : new Resampler(header.format(), output);
    }
    AudioFrame frame = assembler.add(pcm);
    partSamples += frame.sampleCount();
    var frames = new ArrayList<AudioFrame>(1);
    keep(resampler == null ? frame : resampler.process(frame), frames);
    return frames;
  }

  private void keep(AudioFrame frame, List<AudioFrame> frames) {
    AudioFrame audible = trimmer.add(frame);
    if (audible.sampleCount() > 0) {
      frames.add(audible);
    }
  }
}
