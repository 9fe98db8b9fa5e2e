package dev.parley.internal.reply;

import dev.parley.AgentException;
import dev.parley.Cancellable;
import dev.parley.ErrorKind;
import dev.parley.ToolCall;
import dev.parley.spi.Brain;
import dev.parley.spi.CloseReason;
import dev.parley.spi.PluginMetric;
import dev.parley.spi.ReplyListener;
import dev.parley.spi.ReplyRequest;
import dev.parley.spi.ReplyStream;
import dev.parley.spi.Usage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * One request to the brains, tried again while nothing has been said of the answer: twice with each
 * brain, then with the next. On the session loop.
 */
final class Thought {
  /** Hears what is thought; on the loop. */
  interface Listener {
    void onAsked();

    void onText(String text);

    void onToolCall(ToolCall call);

    void onLastReply(String reason);

    void onUsage(Usage usage);

    void onMetric(PluginMetric metric);

    void onError(AgentException error);

    /** Whether what has come so far can still be taken back. */
    boolean canTakeBack();

    /** What has come so far is void; it begins anew. */
    void onTakenBack();

    void onEnd();

    /** No brain answers, or the answer was cut off when some of it had been said. */
    void onFailed(AgentException error);
  }

  /** Scenario format, "The brain": two retries, after 200 ms and 400 ms. */
  private static final int RETRIES = 2;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final Thinker thinker;
  private final ReplyRequest request;
  private final Listener listener;
  private final List<Brain> brains;
  private int choice;
  private int failures;
  private boolean over;
  private @Nullable Attempt attempt;
  private Cancellable timer = Cancellable.NONE;

  Thought(Thinker thinker, ReplyRequest request, Listener listener) {
    this.thinker = thinker;
    this.request = request;
    this.listener = listener;
    this.brains = thinker.inOrder();
  }

  void start() {
    if (over) {
      return;
    }
    listener.onAsked();
    watch();
    var next = new Attempt();
    attempt = next;
    next.stream = brains.get(choice).open(request, next);
    if (next.ended) {
      next.close();
    }
  }

  void close() {
    over = true;
    timer.cancel();
    if (attempt != null) {
      attempt.close();
    }
  }

  private void watch() {
    timer.cancel();
    timer = thinker.loop().talk().schedule(thinker.timeout(), this::timeout);
  }

  private void timeout() {
    if (attempt != null) {
      attempt.close();
    }
    long seconds = thinker.timeout().toMillis();
    failed(new AgentException(ErrorKind.TIMEOUT, "the brain was silent for " + seconds + " ms"));
  }

  private void failed(AgentException error) {
    attempt = null;
    timer.cancel();
    listener.onError(error);
    if (!listener.canTakeBack()) {
      over = true;
      listener.onFailed(error);
      return;
    }
    boolean again = error.isRetryable() && failures < RETRIES;
    failures = again ? failures + 1 : 0;
    if (!again) {
      thinker.brains().failed(brains.get(choice++), thinker.loop().now());
    }
    if (choice >= brains.size()) {
      over = true;
      listener.onFailed(error);
      return;
    }
    listener.onTakenBack();
    timer = thinker.loop().talk().schedule(again ? pause(error) : Duration.ZERO, this::start);
  }

  private Duration pause(AgentException error) {
    long own = FIRST_PAUSE.toMillis() << (failures - 1);
    long spread =
        Math.round(own * thinker.jitter() * ThreadLocalRandom.current().nextDouble(-1, 1));
    long asked = error.retryAfter().orElse(Duration.ZERO).toMillis();
    return Duration.ofMillis(Math.min(LONGEST_PAUSE.toMillis(), Math.max(own + spread, asked)));
  }

  private final class Attempt extends ReplyListener {
    private @Nullable ReplyStream stream;
    private boolean ended;

    void close() {
      ended = true;
      if (stream != null) {
        stream.close();
      }
    }

    private void onLoop(Runnable work) {
      thinker
          .loop()
          .execute(
              () -> {
                if (!ended && !over && attempt == this) {
                  work.run();
                }
              });
    }

    @Override
    public void onText(String text) {
      onLoop(
          () -> {
            watch();
            listener.onText(text);
          });
    }

    @Override
    public void onToolCall(ToolCall call) {
      onLoop(
          () -> {
            watch();
            listener.onToolCall(call);
          });
    }

    @Override
    public void onLastReply(String reason) {
      onLoop(() -> listener.onLastReply(reason));
    }

    @Override
    public void onUsage(Usage usage) {
      thinker.loop().execute(() -> listener.onUsage(usage));
    }

    @Override
    public void onMetric(PluginMetric metric) {
      thinker.loop().execute(() -> listener.onMetric(metric));
    }

    @Override
    public void onError(AgentException error) {
      onLoop(() -> listener.onError(error));
    }

    @Override
    public void onClosed(CloseReason reason) {
      onLoop(
          () -> {
            ended = true;
            timer.cancel();
            switch (reason.kind()) {
              case FINISHED -> {
                over = true;
                thinker.brains().worked(brains.get(choice));
                listener.onEnd();
              }
              case CANCELLED ->
                  failed(
                      new AgentException(ErrorKind.PROTOCOL, "the brain closed the reply unasked"));
              case FAILED -> failed(reason.error().orElseThrow());
            }
          });
    }
  }
}
