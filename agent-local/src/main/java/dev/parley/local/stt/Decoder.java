package dev.parley.local.stt;

import dev.parley.local.stt.Hypothesis.TimedWord;
import dev.parley.local.stt.Search.Ending;
import java.util.ArrayList;
import java.util.List;

/**
 * Recognises one utterance after the other, each while it is spoken: whatever sound is there is
 * decoded at once, and nothing ever waits for more. Not thread-safe.
 */
final class Decoder {
  private static final int FRAME_MILLIS = 10;

  /**
   * In-domain speech of eight synthetic voices leads by 1.1 and more, out-of-domain speech by 0.5
   * at most.
   */
  private static final double LEAST_LEAD = 0.8;

  /** A lead of two, as a natural logarithm for each frame, is as sure as it gets. */
  private static final double SUREST_LEAD = 2;

  /** A microphone that differs so much from what was expected is heard once more. */
  private static final double MOST_MOVED = 10;

  /** Half a minute: longer speech is no command. */
  private static final int MOST_FRAMES = 3_000;

  private final SoundNetwork network;
  private final Cepstra cepstra;
  private final CepstralMean mean;
  private final Features features = new Features();
  private final Search search;
  private final List<double[]> heard = new ArrayList<>();

  /**
   * Creates a decoder.
   *
   * @param mean the mean to begin with
   */
  Decoder(SoundNetwork network, double[] mean) {
    this.network = network;
    this.cepstra = new Cepstra(network.acoustics().files());
    this.mean = new CepstralMean(mean);
    this.search = new Search(network);
  }

  /** Begins an utterance. */
  void begin() {
    heard.clear();
    cepstra.begin();
    features.begin();
    search.begin();
  }

  /** Decodes more of the utterance: 16 kHz. */
  void decode(short[] sound) {
    cepstra.accept(sound, this::accept);
  }

  private void accept(double[] cepstrum) {
    if (heard.size() < MOST_FRAMES) {
      heard.add(cepstrum);
    }
    features.accept(mean.normalise(cepstrum), search::accept);
  }

  /** Ends the utterance and says what was understood. */
  Hypothesis end() {
    if (mean.learn(heard) > MOST_MOVED) {
      features.begin();
      search.begin();
      heard.forEach(each -> features.accept(mean.normalise(each), search::accept));
    }
    features.end(search::accept);
    Ending sentence = search.sentence();
    Ending anything = search.anything();
    if (sentence.said() < 0 || lead(sentence, anything) < LEAST_LEAD) {
      return Hypothesis.NOTHING;
    }
    return hypothesis(sentence, true, Math.min(1, lead(sentence, anything) / SUREST_LEAD));
  }

  /** What was understood so far. */
  Hypothesis soFar() {
    Ending best = search.soFar();
    Ending sentence = search.sentence();
    boolean complete = sentence.said() >= 0 && words(sentence).equals(words(best));
    return hypothesis(best, complete, 1);
  }

  /**
   * By how much a sentence fits better than any other sounds, for each frame, as a natural
   * logarithm.
   */
  private double lead(Ending sentence, Ending anything) {
    return (sentence.score() - anything.score()) / Math.max(1, search.frames());
  }

  private Hypothesis hypothesis(Ending ending, boolean complete, double confidence) {
    List<TimedWord> words = words(ending);
    return words.isEmpty() ? Hypothesis.NOTHING : new Hypothesis(words, complete, confidence);
  }

  private List<TimedWord> words(Ending ending) {
    var words = new ArrayList<TimedWord>();
    History history = search.history();
    int end = search.frames();
    for (int entry = ending.said(); entry >= 0; entry = history.before(entry)) {
      int start = history.frame(entry);
      int label = history.label(entry);
      if (label > SoundNetwork.UNKNOWN) {
        words.add(
            0,
            new TimedWord(
                network.word(label), (long) start * FRAME_MILLIS, (long) end * FRAME_MILLIS));
      }
      end = start;
    }
    return words;
  }
}
