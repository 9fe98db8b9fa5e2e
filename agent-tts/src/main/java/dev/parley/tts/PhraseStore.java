package dev.parley.tts;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The phrases that are kept, and how often others were said. Bounded: what was not said for the
 * longest time goes first. Thread-safe.
 */
final class PhraseStore {
  private static final int MOST_COUNTS = 512;
  private static final int MOST_RECORDINGS = 4;

  private final int mostPhrases;
  private final int longest;
  private final int timesSaid;
  private final Map<PhraseKey, Phrase> phrases = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<PhraseKey, Integer> counts = new LinkedHashMap<>(16, 0.75f, true);
  private final Set<PhraseKey> recording = new HashSet<>();
  private long hits;

  PhraseStore(int mostPhrases, int longest, int timesSaid) {
    this.mostPhrases = mostPhrases;
    this.longest = longest;
    this.timesSaid = timesSaid;
  }

  /** Returns the phrase, if it is kept. */
  synchronized Optional<Phrase> find(PhraseKey key) {
    Phrase phrase = phrases.get(key);
    hits += phrase == null ? 0 : 1;
    return Optional.ofNullable(phrase);
  }

  /** Counts that a text was said; returns whether it is to be recorded now. */
  synchronized boolean said(PhraseKey key) {
    if (key.text().length() > longest) {
      return false;
    }
    int count = counts.merge(key, 1, Integer::sum);
    trim(counts, MOST_COUNTS);
    return count >= timesSaid && begin(key);
  }

  /** Marks that a text is being recorded; false when it is already, or is kept. */
  synchronized boolean begin(PhraseKey key) {
    return !phrases.containsKey(key) && recording.size() < MOST_RECORDINGS && recording.add(key);
  }

  synchronized void keep(PhraseKey key, Phrase phrase) {
    recording.remove(key);
    counts.remove(key);
    phrases.put(key, phrase);
    trim(phrases, mostPhrases);
  }

  synchronized void failed(PhraseKey key) {
    recording.remove(key);
  }

  synchronized int size() {
    return phrases.size();
  }

  synchronized long hits() {
    return hits;
  }

  private static void trim(Map<?, ?> map, int most) {
    var eldest = map.keySet().iterator();
    while (map.size() > most && eldest.hasNext()) {
      eldest.next();
      eldest.remove();
    }
  }
}
