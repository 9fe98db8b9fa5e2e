package dev.parley.spi;

import java.util.ArrayList;
import java.util.List;

/** Several engines as one; whoever opens it directly, and not through a session, gets the first. */
final class SpeechToTextWithFallback extends SpeechToText {
  private final List<SpeechToText> all;

  SpeechToTextWithFallback(SpeechToText first, SpeechToText... others) {
    var flat = new ArrayList<>(first.alternatives());
    for (SpeechToText other : others) {
      flat.addAll(other.alternatives());
    }
    this.all = List.copyOf(flat);
  }

  @Override
  public String name() {
    return all.get(0).name();
  }

  @Override
  public List<SpeechToText> alternatives() {
    return all;
  }

  @Override
  public SttCapabilities capabilities() {
    return all.get(0).capabilities();
  }

  @Override
  public SttStream open(SttRequest request, SttListener listener) {
    return all.get(0).open(request, listener);
  }

  @Override
  public void close() {
    all.forEach(SpeechToText::close);
  }
}
