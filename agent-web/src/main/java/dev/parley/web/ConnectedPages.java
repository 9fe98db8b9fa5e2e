package dev.parley.web;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The pages that are connected to a transport, no more than it allows. Thread-safe. */
final class ConnectedPages {
  private static final System.Logger LOGGER = System.getLogger(ConnectedPages.class.getName());
  private static final Duration GOODBYE = Duration.ofMillis(500);

  private final int most;
  private final Set<PageSocket> pages = new HashSet<>();
  private final CountDownLatch deserted = new CountDownLatch(1);
  private boolean closing;

  ConnectedPages(int most) {
    this.most = most;
  }

  /** Counts a page in, and sends it away when it is one too many. */
  void add(PageSocket page) {
    boolean full;
    synchronized (this) {
      full = pages.size() >= most;
      pages.add(page);
    }
    if (full) {
      page.refuse(
          Refusal.FULL, "All %d places of this server are taken; try again later.".formatted(most));
    }
  }

  synchronized void remove(PageSocket page) {
    pages.remove(page);
    watchDesertion();
  }

  synchronized int count() {
    return pages.size();
  }

  /** Sends all pages away and gives them a moment to hear why: blocks, half a second at most. */
  void close() {
    List<PageSocket> connected;
    synchronized (this) {
      connected = List.copyOf(pages);
      closing = true;
      watchDesertion();
    }
    connected.forEach(each -> each.refuse(Refusal.ROOM_CLOSED, "The program has been stopped."));
    try {
      if (!deserted.await(GOODBYE.toMillis(), TimeUnit.MILLISECONDS)) {
        LOGGER.log(Level.DEBUG, "some pages did not say goodbye in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void watchDesertion() {
    if (closing && pages.isEmpty()) {
      deserted.countDown();
    }
  }
}
