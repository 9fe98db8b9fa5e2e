package dev.parley.samples.sink;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives every line to all sinks on a thread of its own, for they may block and the session's loop
 * must not. A sink that fails is tried again; the others do not wait for it longer than that.
 */
public final class Sinks implements AutoCloseable {
  private static final int ATTEMPTS = 5;
  private static final long PAUSE_MILLIS = 200;
  private static final long LAST_SECONDS = 15;

  private final List<TranscriptSink> sinks;
  private final AtomicLong lost = new AtomicLong();
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(
          work -> {
            var thread = new Thread(work, "transcripts");
            thread.setDaemon(true);
            return thread;
          });

  /** Takes the sinks over: closing this closes them. */
  public Sinks(List<TranscriptSink> sinks) {
    this.sinks = List.copyOf(sinks);
  }

  /** Takes a line; returns at once. */
  public void accept(TranscriptLine line) {
    writer.execute(() -> sinks.forEach(each -> write(each, line)));
  }

  private void write(TranscriptSink sink, TranscriptLine line) {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        sink.accept(line);
        return;
      } catch (Exception e) {
        if (attempt == ATTEMPTS) {
          lost.incrementAndGet();
          System.err.println(line + " could not be kept: " + e.getMessage());
        } else if (!pause(attempt)) {
          return;
        }
      }
    }
  }

  private static boolean pause(int attempt) {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS << attempt);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** How many lines a sink could not keep. */
  public long lost() {
    return lost.get();
  }

  /** Writes what is left, then closes all sinks. */
  @Override
  public void close() {
    writer.shutdown();
    try {
      if (!writer.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("Some transcripts could not be written in time.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    sinks.forEach(TranscriptSink::close);
  }
}
