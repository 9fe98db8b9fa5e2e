package dev.parley.tts;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * A request that was made before it is certain that its text will be spoken. What comes of it waits
 * until it is taken, or for ten seconds, and is thrown away otherwise. Thread-safe.
 */
final class AskedAhead implements Callback {
  private static final long LONGEST_WAIT_SECONDS = 10;

  private final String text;
  private final Call call;
  private final CompletableFuture<Callback> taker = new CompletableFuture<>();

  AskedAhead(String text, Call call) {
    this.text = text;
    this.call = call;
  }

  void begin() {
    call.enqueue(this);
  }

  Call call() {
    return call;
  }

  /** Whether it asks for this very text. */
  boolean isFor(String spoken) {
    return text.equals(spoken);
  }

  /** Hands over what comes, or has come; returns false when that has been thrown away. */
  boolean take(Callback by) {
    return taker.complete(by);
  }

  /** Throws away what comes: another text is spoken. */
  void drop() {
    taker.cancel(false);
    call.cancel();
  }

  @Override
  public void onResponse(Call done, Response response) throws IOException {
    Callback by = await();
    if (by == null) {
      response.close();
    } else {
      by.onResponse(done, response);
    }
  }

  @Override
  public void onFailure(Call failed, IOException why) {
    Callback by = await();
    if (by != null) {
      by.onFailure(failed, why);
    }
  }

  /** On a thread of OkHttp's, which may block; the answer rarely comes before it is wanted. */
  private @Nullable Callback await() {
    try {
      return taker.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException | ExecutionException | CancellationException e) {
      // nobody wants it
    }
    taker.cancel(false);
    return taker.isCancelled() ? null : taker.join(); // taken in the last moment
  }
}
