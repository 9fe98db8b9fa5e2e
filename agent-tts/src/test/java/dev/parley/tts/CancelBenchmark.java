package dev.parley.tts;

import dev.parley.spi.TextToSpeech;
import dev.parley.spi.TtsRequest;
import dev.parley.spi.TtsStream;
import dev.parley.testkit.RecordingTtsListener;
import dev.parley.testkit.TestContexts;
import dev.parley.testkit.tts.VoiceVendor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Prints how long the message by which a reply is cut takes from {@code close} to the vendor on a
 * loopback socket, for each vendor that has one, and what share of the bar of 50 ms that is.
 * Asserts nothing. The vendor here reads on the thread on which it speaks, so its four sentences
 * are part of the time. A reply that was complete when it was cut needs no message, and is left
 * out.
 *
 * <p>Run it as a program from the test class path; the first argument is the number of replies.
 */
public final class CancelBenchmark {
  private static final double BAR_MILLIS = 50;
  private static final int WARM_UP = 50;
  private static final int REPLIES = 300;
  private static final long MISSING_NANOS = 1_000_000_000L;
  private static final Map<String, String> MESSAGES =
      Map.of(
          "elevenlabs", "\"close_context\"",
          "cartesia", "\"cancel\"",
          "flux", "\"Interrupt\"",
          "aura", "\"Clear\"",
          "assemblyai", "\"Cancel\"");

  private CancelBenchmark() {}

  /** Runs all vendors one after another. */
  public static void main(String[] args) {
    int replies = args.length > 0 ? Integer.parseInt(args[0]) : REPLIES;
    System.out.println("vendor, replies, p50 ms, p99 ms, max ms, p99 / bar of 50 ms");
    for (Map.Entry<String, Function<String, TextToSpeech>> each :
        FirstByteBenchmark.voices().entrySet()) {
      String message = MESSAGES.get(each.getKey());
      if (message != null) {
        try (VoiceVendor vendor = FirstByteBenchmark.vendor(each.getKey());
            TextToSpeech voice = each.getValue().apply(vendor.url())) {
          print(each.getKey(), measure(vendor, voice, message, replies));
        }
      }
    }
  }

  private static long[] measure(
      VoiceVendor vendor, TextToSpeech voice, String message, int replies) {
    var took = new long[replies];
    for (int i = -WARM_UP; i < replies; i++) {
      speak(voice);
      long nanos = cut(vendor, voice, message);
      if (i >= 0) {
        took[i] = nanos;
      }
    }
    return took;
  }

  /** Leaves the connection open and idle. */
  private static void speak(TextToSpeech voice) {
    var heard = new RecordingTtsListener();
    TtsStream stream = voice.open(new TtsRequest(1, null, TestContexts.realTime()), heard);
    stream.offer("Hello. ");
    stream.finish();
    heard.log().awaitClosed();
  }

  private static long cut(VoiceVendor vendor, TextToSpeech voice, String message) {
    var heard = new RecordingTtsListener();
    TtsStream stream = voice.open(new TtsRequest(1, null, TestContexts.realTime()), heard);
    for (int i = 0; i < 4; i++) {
      stream.offer("This is sentence number " + i + " of four. ");
    }
    int before = vendor.messages().size();
    long start = System.nanoTime();
    stream.close();
    long took = 0;
    while (!hasCome(vendor.messages(), before, message) && took < MISSING_NANOS) {
      Thread.onSpinWait();
      took = System.nanoTime() - start;
    }
    heard.log().awaitClosed();
    return took;
  }

  private static boolean hasCome(List<String> messages, int from, String message) {
    return messages.size() > from
        && messages.subList(from, messages.size()).stream().anyMatch(it -> it.contains(message));
  }

  private static void print(String name, long[] all) {
    long[] took = Arrays.stream(all).filter(each -> each < MISSING_NANOS).sorted().toArray();
    double p99 = took[(int) (took.length * 0.99)] / 1e6;
    System.out.printf(
        Locale.ROOT,
        "%s, %d, %.3f, %.3f, %.3f, %.4f%n",
        name,
        took.length,
        took[took.length / 2] / 1e6,
        p99,
        took[took.length - 1] / 1e6,
        p99 / BAR_MILLIS);
  }
}
