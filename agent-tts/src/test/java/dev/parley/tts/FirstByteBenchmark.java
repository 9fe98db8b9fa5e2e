package dev.parley.tts;

import dev.parley.audio.AudioFrame;
import dev.parley.spi.CloseReason;
import dev.parley.spi.TextToSpeech;
import dev.parley.spi.TtsListener;
import dev.parley.spi.TtsRequest;
import dev.parley.spi.TtsStream;
import dev.parley.testkit.TestContexts;
import dev.parley.testkit.tts.VoiceVendor;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Prints how long audio takes from a vendor's first write on a loopback socket to the listener, for
 * each vendor, and what share of the bar of 2 ms that is. Asserts nothing.
 *
 * <p>Run it as a program from the test class path; the first argument is the number of replies.
 */
public final class FirstByteBenchmark {
  private static final double BAR_MILLIS = 2;
  private static final int WARM_UP = 300;
  private static final int REPLIES = 2_000;

  private FirstByteBenchmark() {}

  /** Runs all vendors one after another. */
  public static void main(String[] args) throws InterruptedException {
    int replies = args.length > 0 ? Integer.parseInt(args[0]) : REPLIES;
    System.out.println("vendor, replies, p50 ms, p99 ms, max ms, p99 / bar of 2 ms");
    for (Map.Entry<String, Function<String, TextToSpeech>> each : voices().entrySet()) {
      try (VoiceVendor vendor = vendor(each.getKey());
          TextToSpeech voice = each.getValue().apply(vendor.url())) {
        print(each.getKey(), measure(vendor, voice, replies));
      }
    }
  }

  static Map<String, Function<String, TextToSpeech>> voices() {
    var voices = new TreeMap<String, Function<String, TextToSpeech>>();
    voices.put("openai", url -> OpenAiTts.builder().baseUrl(url + "/v1").build());
    voices.put("elevenlabs", url -> ElevenLabsTts.builder().apiKey("k").baseUrl(url).build());
    voices.put("cartesia", url -> CartesiaTts.builder().apiKey("k").baseUrl(url).build());
    voices.put("flux", url -> DeepgramTts.builder().apiKey("k").baseUrl(url).build());
    voices.put(
        "aura", url -> DeepgramTts.builder().apiKey("k").model("aura-2-x").baseUrl(url).build());
    voices.put("assemblyai", url -> AssemblyAiTts.builder().apiKey("k").baseUrl(url).build());
    return voices;
  }

  static VoiceVendor vendor(String name) {
    return switch (name) {
      case "openai" -> VoiceVendor.openAi();
      case "elevenlabs" -> VoiceVendor.elevenLabs();
      case "cartesia" -> VoiceVendor.cartesia();
      case "flux" -> VoiceVendor.flux();
      case "aura" -> VoiceVendor.aura();
      default -> VoiceVendor.assemblyAi();
    };
  }

  private static long[] measure(VoiceVendor vendor, TextToSpeech voice, int replies)
      throws InterruptedException {
    var written = new AtomicLong();
    vendor.beforeWriting(() -> written.compareAndSet(0, System.nanoTime()));
    var took = new long[replies];
    for (int i = -WARM_UP; i < replies; i++) {
      var heard = new FirstAudio();
      TtsStream stream = voice.open(new TtsRequest(i, null, TestContexts.realTime()), heard);
      written.set(0);
      stream.offer("Hello there, how are you today? ");
      stream.finish();
      heard.closed.await();
      if (i >= 0) {
        took[i] = heard.at.get() - written.get();
      }
    }
    return took;
  }

  private static void print(String name, long[] took) {
    Arrays.sort(took);
    double p99 = took[(int) (took.length * 0.99)] / 1e6;
    System.out.printf(
        Locale.ROOT,
        "%s, %d, %.3f, %.3f, %.3f, %.2f%n",
        name,
        took.length,
        took[took.length / 2] / 1e6,
        p99,
        took[took.length - 1] / 1e6,
        p99 / BAR_MILLIS);
  }

  private static final class FirstAudio extends TtsListener {
    private final AtomicLong at = new AtomicLong();
    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public void onAudio(AudioFrame frame) {
      at.compareAndSet(0, System.nanoTime());
    }

    @Override
    public void onClosed(CloseReason reason) {
      closed.countDown();
    }
  }
}
