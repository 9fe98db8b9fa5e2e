package dev.parley.stt.assemblyai;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns the time of one session, which counts the audio that was sent to it, into stream time,
 * which counts the audio that was offered to the stream. Used in the stream's context only.
 *
 * <p>They differ where a session began in mid-stream, where the end of a message was padded, and
 * where silence was left out or put in.
 */
final class Timeline {
  private static final int MOST_SPANS = 1_024;
  private static final long NANOS_A_SECOND = 1_000_000_000L;

  private final int sampleRateHz;
  private final List<Span> spans = new ArrayList<>();
  private long sent;

  Timeline(int sampleRateHz) {
    this.sampleRateHz = sampleRateHz;
  }

  /** Notes that this chunk was sent. */
  void sent(Chunk chunk) {
    Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
    if (last != null && last.sessionEnd() == sent && last.streamEnd() == chunk.start()) {
      last.samples += chunk.samples();
    } else {
      add(new Span(sent, chunk.start(), chunk.samples()));
    }
    sent += chunk.sentSamples();
  }

  /** Notes that silence was sent which is not of the stream. */
  void padded(int samples) {
    sent += samples;
  }

  private void add(Span span) {
    if (spans.size() == MOST_SPANS) {
      spans.remove(0);
    }
    spans.add(span);
  }

  /** How many samples the session was sent. */
  long sentSamples() {
    return sent;
  }

  /** The stream's sample up to which audio was sent. */
  long sentTo() {
    return spans.isEmpty() ? 0 : spans.get(spans.size() - 1).streamEnd();
  }

  /** The stream's sample that sounded at this time of the session; never beyond what was sent. */
  long sampleAt(long sessionMillis) {
    long at = sessionMillis * sampleRateHz / 1_000;
    Span found = null;
    for (int i = spans.size() - 1; i >= 0; i--) {
      found = spans.get(i);
      if (found.sessionStart <= at) {
        break;
      }
    }
    return found == null ? 0 : found.streamSample(at);
  }

  /** The stream time of this time of the session. */
  Duration at(long sessionMillis) {
    return duration(sampleAt(sessionMillis), sampleRateHz);
  }

  /** The stream time of a sample of the stream. */
  Duration duration(long sample) {
    return duration(sample, sampleRateHz);
  }

  /** The stream time of a sample of a stream of this rate. */
  static Duration duration(long sample, int sampleRateHz) {
    return Duration.ofSeconds(
        sample / sampleRateHz, sample % sampleRateHz * NANOS_A_SECOND / sampleRateHz);
  }

  /** A stretch of audio that is one piece in the session and in the stream. */
  private static final class Span {
    final long sessionStart;
    final long streamStart;
    long samples;

    Span(long sessionStart, long streamStart, long samples) {
      this.sessionStart = sessionStart;
      this.streamStart = streamStart;
      this.samples = samples;
    }

    long sessionEnd() {
      return sessionStart + samples;
    }

    long streamEnd() {
      return streamStart + samples;
    }

    long streamSample(long sessionSample) {
      return streamStart + Math.max(0, Math.min(samples, sessionSample - sessionStart));
    }
  }
}
