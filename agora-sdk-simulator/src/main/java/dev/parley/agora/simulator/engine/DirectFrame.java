package dev.parley.agora.simulator.engine;

import dev.parley.agora.simulator.audio.Loudness;
import dev.parley.agora.simulator.audio.PcmFormat;
import dev.parley.agora.simulator.audio.PcmFrame;
import io.agora.rtc.AudioFrame;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * Lends a frame to a callback in a direct buffer, and overwrites it with garbage as soon as the
 * callback has returned, so that whoever kept it notices. Used by one thread at a time.
 */
final class DirectFrame {
  private static final byte GARBAGE = 0x55;

  private ByteBuffer memory = ByteBuffer.allocateDirect(PcmFormat.SPEECH.bytesPerFrame());

  void lend(Content content, Consumer<AudioFrame> borrower) {
    lend(content.frame().pcm(), buffer -> borrower.accept(frame(content, buffer)));
  }

  void lend(byte[] data, Consumer<ByteBuffer> borrower) {
    ByteBuffer buffer = fill(data);
    try {
      borrower.accept(buffer);
    } finally {
      spoil();
    }
  }

  /** What goes into a frame. */
  record Content(PcmFrame frame, long renderMs) {}

  private ByteBuffer fill(byte[] pcm) {
    if (memory.capacity() < pcm.length) {
      memory = ByteBuffer.allocateDirect(pcm.length);
    }
    memory.clear();
    memory.put(pcm).flip();
    return memory.slice();
  }

  private void spoil() {
    memory.clear();
    while (memory.hasRemaining()) {
      memory.put(GARBAGE);
    }
  }

  private static AudioFrame frame(Content content, ByteBuffer buffer) {
    PcmFrame audio = content.frame();
    double decibels = Loudness.decibels(audio.pcm());
    AudioFrame frame = new AudioFrame();
    frame.setSamplesPerChannel(audio.pcm().length / 2 / audio.format().channels());
    frame.setBytesPerSample(2);
    frame.setChannels(audio.format().channels());
    frame.setSamplesPerSec(audio.format().sampleRateHz());
    frame.setBuffer(buffer);
    frame.setRenderTimeMs(content.renderMs());
    frame.setPresentationMs(audio.presentationMs());
    frame.setRms((int) Math.round(decibels));
    frame.setVoiceProb(VoiceActivity.voiceProbability(decibels));
    return frame;
  }
}
