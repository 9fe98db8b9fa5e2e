package dev.parley.agora.simulator.engine;

import dev.parley.agora.simulator.audio.AudioSource;
import dev.parley.agora.simulator.audio.PcmFormat;
import dev.parley.agora.simulator.audio.PcmFrame;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person says: sources one after another, and silence between. Guarded by the world's lock.
 */
final class Speech {
  private final Person person;
  private final ArrayDeque<Utterance> waiting = new ArrayDeque<>();
  private PcmFormat lastFormat = PcmFormat.SPEECH;

  Speech(Person person) {
    this.person = person;
  }

  Utterance add(AudioSource source) {
    Utterance utterance = new Utterance(source);
    waiting.add(utterance);
    return utterance;
  }

  boolean isSpeaking() {
    return !waiting.isEmpty();
  }

  /** Forgets everything. */
  void end() {
    waiting.forEach(Utterance::finish);
    waiting.clear();
  }

  /** Returns the next 10 ms. */
  AudioPacket next(int track, List<byte[]> metadata) {
    byte[] pcm = read();
    return new AudioPacket(person, track, new PcmFrame(lastFormat, pcm, 0), metadata);
  }

  private byte[] read() {
    for (Utterance head = waiting.peek(); head != null; head = waiting.peek()) {
      byte[] frame = read(head);
      if (frame != null) {
        return frame;
      }
      waiting.remove().finish();
    }
    return new byte[lastFormat.bytesPerFrame()];
  }

  private byte @Nullable [] read(Utterance utterance) {
    lastFormat = utterance.source().format();
    byte[] frame = new byte[lastFormat.bytesPerFrame()];
    return utterance.source().read(frame) < 0 ? null : frame;
  }
}
