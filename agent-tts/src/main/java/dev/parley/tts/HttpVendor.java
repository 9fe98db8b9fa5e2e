package dev.parley.tts;

import dev.parley.spi.TtsRequest;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A vendor that is spoken to by HTTP, and the attempts that are under way with it. Thread-safe. */
final class HttpVendor implements Vendor {
  private final Web web;
  private final HttpVoice voice;
  private final Failures failures;
  private final Manners manners;
  private final Set<HttpSynthesis> live = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  HttpVendor(Web web, HttpVoice voice, Failures failures, Manners manners) {
    this.web = web;
    this.voice = voice;
    this.failures = failures;
    this.manners = manners;
  }

  @Override
  public Synthesis begin(TtsRequest request, SynthesisListener listener) {
    var synthesis = new HttpSynthesis(web, voice, failures, manners, listener, live::remove);
    live.add(synthesis);
    synthesis.begin();
    if (closed) {
      synthesis.abandon();
    }
    return synthesis;
  }

  @Override
  public boolean asksAhead() {
    return voice.asksAhead();
  }

  /** Ends what is under way, and refuses what comes. */
  void close() {
    closed = true;
    live.forEach(HttpSynthesis::abandon);
  }
}
