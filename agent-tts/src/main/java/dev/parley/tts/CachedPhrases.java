package dev.parley.tts;

import dev.parley.spi.PluginContext;
import dev.parley.spi.TextToSpeech;
import dev.parley.spi.TtsCapabilities;
import dev.parley.spi.TtsListener;
import dev.parley.spi.TtsRequest;
import dev.parley.spi.TtsStream;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apiguardian.api.API;

/**
 * A voice that keeps what is said often, such as greetings, fillers and goodbyes, and then says it
 * at once and for nothing. Thread-safe.
 *
 * <p>A sentence that was said twice is spoken once more, for the store, with its word times; from
 * then on replies in the same language that begin with it begin without the vendor. Phrases that
 * are given are spoken, in the voice's own language, when the engine warms up. The store holds 64
 * phrases of up to 200 characters; the one not said for the longest time goes first.
 *
 * <p>It wants whole sentences also where the voice takes single words. Closing it closes the voice.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class CachedPhrases extends TextToSpeech {
  private static final int MOST_PHRASES = 64;
  private static final int LONGEST = 200;
  private static final int TIMES_SAID = 2;

  private final TextToSpeech voice;
  private final List<String> phrases;
  private final PhraseStore store;

  private CachedPhrases(Builder builder) {
    this.voice = builder.voice;
    this.phrases = List.copyOf(builder.phrases);
    this.store = new PhraseStore(builder.mostPhrases, builder.longest, builder.timesSaid);
  }

  /** Returns a builder of a cache around this voice. */
  public static Builder around(TextToSpeech voice) {
    return new Builder(voice);
  }

  @Override
  public String name() {
    return voice.name();
  }

  @Override
  public TtsCapabilities capabilities() {
    TtsCapabilities its = voice.capabilities();
    return new TtsCapabilities(its.output(), false, its.wordTimes());
  }

  @Override
  public TtsStream open(TtsRequest request, TtsListener listener) {
    PluginContext context = request.context();
    return new CachedStream(
        voice,
        store,
        text -> said(new PhraseKey(request.language(), text), context),
        request,
        listener);
  }

  private void said(PhraseKey key, PluginContext context) {
    if (store.said(key)) {
      PhraseRecorder.record(voice, store, key, context);
    }
  }

  /** Has the phrases that were given spoken, unless they are kept, and warms the voice up. */
  @Override
  public void warmUp(PluginContext context) {
    voice.warmUp(context);
    phrases.stream()
        .map(text -> new PhraseKey(null, text))
        .filter(store::begin)
        .forEach(key -> PhraseRecorder.record(voice, store, key, context));
  }

  @Override
  public void close() {
    voice.close();
  }

  /** How many phrases are kept now. */
  public int size() {
    return store.size();
  }

  /** How often a phrase was said from the store. */
  public long hits() {
    return store.hits();
  }

  /** Builds caches. Not thread-safe. */
  public static final class Builder {
    private final TextToSpeech voice;
    private final List<String> phrases = new ArrayList<>();
    private int mostPhrases = MOST_PHRASES;
    private int longest = LONGEST;
    private int timesSaid = TIMES_SAID;

    private Builder(TextToSpeech voice) {
      this.voice = Objects.requireNonNull(voice, "voice");
    }

    /** Adds a text to be spoken in advance, sentence by sentence; default none. */
    public Builder phrase(String text) {
      BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
      sentences.setText(text);
      int start = 0;
      for (int end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
        String sentence = text.substring(start, end).strip();
        if (Texts.isSpeakable(sentence)) {
          phrases.add(sentence);
        }
        start = end;
      }
      return this;
    }

    /** Sets how many phrases are kept at most; default 64. */
    public Builder mostPhrases(int most) {
      this.mostPhrases = Checks.atLeastOne("mostPhrases", most);
      return this;
    }

    /** Sets how long a phrase may be, in characters; default 200. */
    public Builder longestPhrase(int characters) {
      this.longest = Checks.atLeastOne("longestPhrase", characters);
      return this;
    }

    /** Sets how often a sentence must have been said before it is kept; default 2. */
    public Builder timesSaid(int times) {
      this.timesSaid = Checks.atLeastOne("timesSaid", times);
      return this;
    }

    /**
     * Builds the cache.
     *
     * @throws IllegalArgumentException when the voice has fallbacks, which sound different
     */
    public CachedPhrases build() {
      if (voice.alternatives().size() > 1) {
        throw new IllegalArgumentException(
            voice.name()
                + " has fallbacks; put a cache around each voice, and the fallback outside");
      }
      return new CachedPhrases(this);
    }
  }
}
