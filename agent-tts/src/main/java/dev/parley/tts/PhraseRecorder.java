package dev.parley.tts;

import dev.parley.audio.AudioFrame;
import dev.parley.spi.CloseReason;
import dev.parley.spi.PluginContext;
import dev.parley.spi.TextToSpeech;
import dev.parley.spi.TtsListener;
import dev.parley.spi.TtsRequest;
import dev.parley.spi.TtsStream;
import dev.parley.spi.Word;
import java.util.ArrayList;
import java.util.List;

/** Has a phrase spoken once, for the store and for nobody's ears. */
final class PhraseRecorder extends TtsListener {
  private final PhraseStore store;
  private final PhraseKey key;
  private final List<AudioFrame> audio = new ArrayList<>();
  private final List<Word> words = new ArrayList<>();

  private PhraseRecorder(PhraseStore store, PhraseKey key) {
    this.store = store;
    this.key = key;
  }

  /** Begins; the text must have been begun in the store. */
  static void record(TextToSpeech voice, PhraseStore store, PhraseKey key, PluginContext context) {
    TtsStream stream =
        voice.open(new TtsRequest(0, key.language(), context), new PhraseRecorder(store, key));
    stream.offer(key.text());
    stream.finish();
  }

  @Override
  public void onAudio(AudioFrame frame) {
    audio.add(frame);
  }

  @Override
  public void onWords(List<Word> told) {
    words.addAll(told);
  }

  @Override
  public void onClosed(CloseReason reason) {
    if (reason.kind() == CloseReason.Kind.FINISHED && !audio.isEmpty()) {
      store.keep(key, new Phrase(audio, words));
    } else {
      store.failed(key);
    }
  }
}
