package dev.parley.local.stt;

import dev.parley.local.script.Script;
import dev.parley.local.tts.Kevin;
import dev.parley.local.tts.Sink;
import dev.parley.local.tts.VoiceStyle;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A grammar, compiled with the acoustic model: recognises any number of utterances at once.
 * Thread-safe.
 */
public final class Recogniser {
  /**
   * How likely it is that something else is said, in the trade between misheard and rejected
   * sentences.
   */
  private static final double OUT_OF_GRAMMAR = 1e-6;

  /**
   * Spoken once at start, so that the first caller's microphone is not the first sound ever heard.
   */
  private static final List<String> PRIMERS =
      List.of(
          "can i have two large coffees and a croissant please",
          "what are your opening hours on sunday");

  private final SoundNetwork network;
  private final double[] mean;

  private Recogniser(SoundNetwork network, double[] mean) {
    this.network = network;
    this.mean = mean;
  }

  /** Compiles a script's grammar. */
  public static Recogniser of(Script script) throws IOException {
    WordGraph graph = WordGraphs.of(script);
    Set<String> vocabulary = new TreeSet<>();
    graph.arcs().forEach(arc -> vocabulary.add(arc.word()));
    Acoustics acoustics = Acoustics.load();
    Pronunciations pronunciations = Pronunciations.load(vocabulary, script.sounds());
    SoundNetwork network =
        SoundNetworkBuilder.build(acoustics, graph, pronunciations, OUT_OF_GRAMMAR);
    var recogniser = new Recogniser(network, primed(acoustics));
    recogniser.rehearse();
    return recogniser;
  }

  /** The mean of a known voice's cepstra, to begin with. */
  private static double[] primed(Acoustics acoustics) {
    var mean = new double[CepstralMean.SIZE];
    var count = new int[1];
    var voice = new Kevin(VoiceStyle.KEVIN);
    for (String text : PRIMERS) {
      var cepstra = new Cepstra(acoustics.files());
      cepstra.begin();
      cepstra.accept(
          said(voice, text),
          each -> {
            if (each[0] >= 0) {
              count[0]++;
              for (int i = 0; i < mean.length; i++) {
                mean[i] += each[i];
              }
            }
          });
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= Math.max(1, count[0]);
    }
    return mean;
  }

  /**
   * Decodes once what was prepared, so that the first caller does not wait for the compiler of the
   * JVM.
   */
  private void rehearse() {
    var voice = new Kevin(VoiceStyle.KEVIN);
    var utterances = newUtterances();
    for (String text : PRIMERS) {
      utterances.begin();
      utterances.decode(said(voice, text));
      utterances.end();
    }
  }

  private static short[] said(Kevin voice, String text) {
    var sound = new Recording();
    voice.speak(text, false, sound);
    return sound.samples();
  }

  /** Returns a recogniser of one speaker's utterances, one after the other. */
  public Utterances newUtterances() {
    return new Utterances(new Decoder(network, mean.clone()));
  }

  /** Keeps what a voice speaks. */
  private static final class Recording implements Sink {
    private final java.io.ByteArrayOutputStream pcm = new java.io.ByteArrayOutputStream();

    short[] samples() {
      byte[] bytes = pcm.toByteArray();
      var samples = new short[bytes.length / 2];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = (short) ((bytes[2 * i] & 0xff) | (bytes[2 * i + 1] << 8));
      }
      return samples;
    }

    @Override
    public boolean isCancelled() {
      return false;
    }

    @Override
    public void words(List<SpokenWord> words) {}

    @Override
    public void audio(byte[] bytes) {
      pcm.writeBytes(bytes);
    }
  }
}
