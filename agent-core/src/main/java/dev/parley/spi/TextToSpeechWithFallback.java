package dev.parley.spi;

import java.util.ArrayList;
import java.util.List;

/** Several engines as one; whoever opens it directly, and not through a session, gets the first. */
final class TextToSpeechWithFallback extends TextToSpeech {
  private final List<TextToSpeech> all;

  TextToSpeechWithFallback(TextToSpeech first, TextToSpeech... others) {
    var flat = new ArrayList<>(first.alternatives());
    for (TextToSpeech other : others) {
      flat.addAll(other.alternatives());
    }
    this.all = List.copyOf(flat);
  }

  @Override
  public String name() {
    return all.get(0).name();
  }

  @Override
  public List<TextToSpeech> alternatives() {
    return all;
  }

  @Override
  public TtsCapabilities capabilities() {
    return all.get(0).capabilities();
  }

  @Override
  public TtsStream open(TtsRequest request, TtsListener listener) {
    return all.get(0).open(request, listener);
  }

  @Override
  public void warmUp(PluginContext context) {
    all.get(0).warmUp(context);
  }

  @Override
  public void close() {
    all.forEach(TextToSpeech::close);
  }
}
