package dev.parley.web;

import dev.parley.audio.AudioFrame;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The agent's voice on its way to the pages of a room. Thread-safe, never blocks. */
final class Voice {
  private final Map<PageSocket, PlayoutEstimate> pages = new LinkedHashMap<>();

  /** Where the voice goes while no page is there: time passes over it. */
  private final PlayoutEstimate nobody = newEstimate(0);

  private int epoch;

  /** From now on this page hears the voice. */
  synchronized void add(PageSocket page) {
    pages.put(page, newEstimate(epoch));
    page.flush(epoch);
  }

  /** This page hears it no more. */
  synchronized void remove(PageSocket page) {
    pages.remove(page);
  }

  /** Whether no page hears it. */
  synchronized boolean isUnheard() {
    return pages.isEmpty();
  }

  /** Sends a frame to all pages, or returns false when not one of them takes more now. */
  synchronized boolean offer(AudioFrame frame, long nowNanos) {
    if (pages.isEmpty()) {
      nobody.offered(frame.sampleCount(), nowNanos);
      return true;
    }
    boolean taken = false;
    for (Map.Entry<PageSocket, PlayoutEstimate> each : entries()) {
      if (each.getKey().play(frame.asByteBuffer())) {
        each.getValue().offered(frame.sampleCount(), nowNanos);
        taken = true;
      }
    }
    return taken;
  }

  /** Silences all pages, and forgets what is on its way. */
  synchronized void clear() {
    epoch++;
    nobody.cleared(epoch);
    for (Map.Entry<PageSocket, PlayoutEstimate> each : entries()) {
      each.getValue().cleared(epoch);
      each.getKey().flush(epoch);
    }
  }

  /** A page tells how much it has played. */
  synchronized void played(PageSocket page, FromPage.Played report, long nowNanos) {
    PlayoutEstimate estimate = pages.get(page);
    if (estimate != null && !report.flushed()) {
      estimate.reported(report.epoch(), report.samples(), nowNanos);
    }
  }

  /** What the page that is furthest behind has not played yet. */
  synchronized Duration buffered(long nowNanos) {
    if (pages.isEmpty()) {
      return nobody.buffered(nowNanos);
    }
    Duration most = Duration.ZERO;
    for (PlayoutEstimate each : pages.values()) {
      Duration buffered = each.buffered(nowNanos);
      most = buffered.compareTo(most) > 0 ? buffered : most;
    }
    return most;
  }

  /** A copy: a send that fails at once may take its page out. */
  private List<Map.Entry<PageSocket, PlayoutEstimate>> entries() {
    return List.copyOf(pages.entrySet());
  }

  private static PlayoutEstimate newEstimate(int epoch) {
    return new PlayoutEstimate(WebOptions.VOICE, WebOptions.START, epoch);
  }
}
