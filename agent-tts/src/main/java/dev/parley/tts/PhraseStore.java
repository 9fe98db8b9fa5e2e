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
  private final Map<String, Phrase> phrases = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<String, Integer> counts = new LinkedHashMap<>(16, 0.75f, true);
  private final Set<String> recording = new HashSet<>();
  private long hits;

  PhraseStore(int mostPhrases, int longest, int timesSaid) {
    this.mostPhrases = mostPhrases;
    this.longest = longest;
    this.timesSaid = timesSaid;
  }

  /** Returns the phrase, if it is kept. */
  synchronized Optional<Phrase> find(String text) {
    Phrase phrase = phrases.get(text);
    hits += phrase == null ? 0 : 1;
    return Optional.ofNullable(phrase);
  }

  /** Counts that a text was said; returns whether it is to be recorded now. */
  synchronized boolean said(String text) {
    if (text.length() > longest) {
      return false;
    }
    int count = counts.merge(text, 1, Integer::sum);
    trim(counts, MOST_COUNTS);
    return count >= timesSaid && begin(text);
  }

  /** Marks that a text is being recorded; false when it is already, or is kept. */
  synchronized boolean begin(String text) {
    return !phrases.containsKey(text) && recording.size() < MOST_RECORDINGS && recording.add(text);
  }

  synchronized void keep(String text, Phrase phrase) {
    recording.remove(text);
    counts.remove(text);
    phrases.put(text, phrase);
    trim(phrases, mostPhrases);
  }

  synchronized void failed(String text) {
    recording.remove(text);
  }

  synchronized int size() {
    return phrases.size();
  }

  synchronized long hits() {
    return hits;
  }

  private static void trim(Map<String, ?> map, int most) {
    var eldest = map.keySet().iterator();
    while (map.size() > most && eldest.hasNext()) {
      eldest.next();
      eldest.remove();
    }
  }
}
