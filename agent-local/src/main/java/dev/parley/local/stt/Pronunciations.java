package dev.parley.local.stt;

import com.sun.speech.freetts.en.us.CMULexicon;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How words are pronounced: as the domain file says, else as the CMU dictionary says, else as
 * FreeTTS would read them. Immutable.
 */
final class Pronunciations {
  private static final String RESOURCE = "/edu/cmu/sphinx/models/en-us/cmudict-en-us.dict";

  private final Map<String, List<List<String>>> ways = new HashMap<>();

  private Pronunciations() {}

  /**
   * Looks up {@code vocabulary}.
   *
   * @param sounds pronunciations that win over all others, in CMU phones with blanks between
   */
  static Pronunciations load(Set<String> vocabulary, Map<String, String> sounds)
      throws IOException {
    var pronunciations = new Pronunciations();
    pronunciations.readDictionary(vocabulary);
    sounds.forEach((word, phones) -> pronunciations.ways.put(word, List.of(split(phones))));
    @Nullable CMULexicon reader = null;
    for (String word : vocabulary) {
      if (!pronunciations.ways.containsKey(word)) {
        reader = reader == null ? lexicon() : reader;
        pronunciations.ways.put(word, List.of(read(reader, word)));
      }
    }
    return pronunciations;
  }

  /** The ways to pronounce a word of the vocabulary; at least one, each in CMU phones. */
  List<List<String>> of(String word) {
    return ways.getOrDefault(word, List.of());
  }

  private void readDictionary(Set<String> vocabulary) throws IOException {
    try (InputStream in = Pronunciations.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IOException(
            "sphinx4-data has no " + RESOURCE + "; add the library to the class path");
      }
      var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        entry(line, vocabulary);
      }
    }
  }

  /** A line is {@code tomato T AH M EY T OW}, or {@code tomato(2) ...} for another way. */
  private void entry(String line, Set<String> vocabulary) {
    int end = line.indexOf(' ');
    if (end <= 0) {
      return;
    }
    int variant = line.lastIndexOf('(', end);
    String word = line.substring(0, variant > 0 ? variant : end);
    if (vocabulary.contains(word)) {
      ways.computeIfAbsent(word, each -> new ArrayList<>()).add(split(line.substring(end + 1)));
    }
  }

  private static List<String> split(String phones) {
    return List.of(phones.strip().split("\\s+", -1));
  }

  private static CMULexicon lexicon() throws IOException {
    var lexicon = new CMULexicon("cmulex");
    lexicon.load();
    return lexicon;
  }

  private static List<String> read(CMULexicon lexicon, String word) {
    String[] phones = lexicon.getPhones(word.replace("'", ""), null);
    return Arrays.stream(phones).map(Pronunciations::cmuPhone).toList();
  }

  /** FreeTTS writes {@code ax1} where the acoustic model has {@code AH}. */
  private static String cmuPhone(String phone) {
    String plain = phone.replaceAll("[0-9]", "").toUpperCase(Locale.ROOT);
    return plain.equals("AX") ? "AH" : plain;
  }
}
