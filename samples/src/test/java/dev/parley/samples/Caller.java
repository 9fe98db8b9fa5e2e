package dev.parley.samples;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.audio.Resampler;
import dev.parley.audio.WavFile;
import dev.parley.local.FreeTtsVoice;
import dev.parley.spi.TtsRequest;
import dev.parley.spi.TtsStream;
import dev.parley.testkit.RecordingTtsListener;
import dev.parley.testkit.TestContexts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Somebody who calls an agent, with a synthetic voice: what they say and when, as a recording. */
final class Caller {
  private static final int WORDS_PER_MINUTE = 135;

  private final AudioFormat format;
  private final List<AudioFrame> sounds = new ArrayList<>();

  Caller(AudioFormat format) {
    this.format = format;
  }

  /** Listens for a while. */
  Caller listens(Duration length) {
    sounds.add(AudioFrame.silence(format, length));
    return this;
  }

  Caller says(String sentence) {
    var heard = new RecordingTtsListener();
    try (var voice = new FreeTtsVoice(WORDS_PER_MINUTE)) {
      TtsStream stream = voice.open(new TtsRequest(1, null, TestContexts.realTime()), heard);
      stream.offer(sentence);
      stream.finish();
      heard.log().awaitClosed();
    }
    var resampler = new Resampler(heard.audio().get(0).format(), format);
    heard.audio().forEach(frame -> sounds.add(resampler.process(frame)));
    sounds.add(resampler.flush());
    return this;
  }

  /** Writes the recording. */
  Path to(Path file) throws IOException {
    WavFile.write(file, format, sounds);
    return file;
  }
}
