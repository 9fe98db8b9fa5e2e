package dev.parley.stt.assemblyai;

import dev.parley.SessionClock;
import dev.parley.audio.AudioFrame;
import dev.parley.testkit.assemblyai.ScriptedAssemblyAi;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;

/**
 * Measures how long it takes from offering the frame that completes a message to the message at the
 * server, beside the floor: a bare OkHttp WebSocket that sends a message of the same size. Run it
 * with {@code mvn -pl agent-stt-assemblyai -am test-compile exec:java} and this class.
 */
public final class OfferToWire {
  private static final int WARM_UP = 2_000;
  private static final int MEASURED = 4_000;
  private static final int MESSAGE_SAMPLES = 800;

  private OfferToWire() {}

  /** Prints medians and 99th percentiles in microseconds. */
  public static void main(String[] arguments) {
    try (ScriptedAssemblyAi server = ScriptedAssemblyAi.start();
        AssemblyAiStt engine = Call.builder(server).build()) {
      var call = Call.open(engine);
      call.await("Begin", () -> !call.metric("connect.seconds").isEmpty());
      var frames = new AudioFrame[5];
      Arrays.fill(frames, AudioFrame.silence(Call.FORMAT, Duration.ofMillis(10)));
      long[] parley =
          measure(
              server,
              1,
              () -> {
                for (AudioFrame each : frames) {
                  call.stream.offer(each);
                }
              });
      WebSocket bare = bare(server);
      ByteString message = ByteString.of(new byte[2 * MESSAGE_SAMPLES]);
      long[] floor = measure(server, 2, () -> bare.send(message));
      print("parley: 5 frames of 10 ms to one message at the server", parley);
      print("floor:  one OkHttp send to the message at the server", floor);
      System.out.printf(
          "ratio of medians %.2f, of 99th percentiles %.2f%n",
          (double) at(parley, 0.5) / at(floor, 0.5), (double) at(parley, 0.99) / at(floor, 0.99));
      bare.cancel();
      call.stream.close();
    }
  }

  private static WebSocket bare(ScriptedAssemblyAi server) {
    Request request =
        new Request.Builder()
            .url(server.url() + "/v3/ws?sample_rate=16000&encoding=pcm_s16le")
            .header("Authorization", "key")
            .build();
    WebSocket socket = new OkHttpClient().newWebSocket(request, new WebSocketListener() {});
    server.await("the bare connection", () -> server.connections() == 2);
    return socket;
  }

  private static long[] measure(ScriptedAssemblyAi server, int connection, Runnable message) {
    var times = new long[MEASURED];
    for (int i = -WARM_UP; i < MEASURED; i++) {
      long expected = server.samples(connection) + MESSAGE_SAMPLES;
      long start = SessionClock.system().nanoTime();
      message.run();
      while (server.samples(connection) < expected) {
        Thread.onSpinWait();
      }
      long end = SessionClock.system().nanoTime();
      if (i >= 0) {
        times[i] = end - start;
      }
      LockSupport.parkNanos(200_000);
    }
    Arrays.sort(times);
    return times;
  }

  private static long at(long[] sorted, double quantile) {
    return sorted[(int) (quantile * (sorted.length - 1))];
  }

  private static void print(String what, long[] sorted) {
    System.out.printf(
        "%s: median %.0f us, p99 %.0f us%n", what, at(sorted, 0.5) / 1e3, at(sorted, 0.99) / 1e3);
  }
}
