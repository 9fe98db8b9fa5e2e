package dev.parley.web;

import dev.parley.Cancellable;
import dev.parley.SessionClock;
import dev.parley.audio.AudioFrame;
import dev.parley.spi.CloseReason;
import dev.parley.spi.RoomListener;
import dev.parley.spi.RoomRequest;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A room as its pages see it: seats them, hands on what they say, shows them what happens.
 * Thread-safe, never blocks.
 *
 * <p>Everything happens in one {@link Serial}, in which the listener is called too: one call at a
 * time, none after {@code onClosed}.
 */
final class Reception {
  /** A page that says goodbye may be reloading: it is back within a moment, or not at all. */
  private static final Duration RELOAD = Duration.ofSeconds(4);

  private static final int GOING_AWAY = 1001;

  private final WebOptions options;
  private final RoomRequest request;
  private final SessionClock clock;
  private final Voice voice;
  private final RoomListener listener;
  private final Runnable ended;
  private final Serial serial = new Serial();
  private final Guests guests = new Guests();
  private final EventLog log = new EventLog();
  private final Attendance attendance;
  private volatile boolean closed;

  Reception(
      WebOptions options,
      RoomRequest request,
      Voice voice,
      RoomListener listener,
      @Nullable Duration emptyFor,
      Runnable ended) {
    this.options = options;
    this.request = request;
    this.clock = request.context().clock();
    this.voice = voice;
    this.listener = listener;
    this.ended = ended;
    this.attendance =
        new Attendance(guests, listener, clock, emptyFor, () -> run(this::closeIfEmpty));
  }

  /** Opens the doors: {@code onOpened}, before anybody can come in. */
  void open() {
    run(listener::onOpened);
    run(attendance::changed);
  }

  /** Whether the agent can be heard by whoever is there. */
  boolean isServing() {
    return !closed && !attendance.isLost();
  }

  /** Greets a page; one that shows the key of a place takes it again. */
  void greet(PageSocket page, FromPage.Hello hello) {
    serial.execute(
        () -> {
          Guest guest = closed ? null : guests.withKey(hello.resume()).orElse(null);
          page.send(ToPage.welcome(options, request.room(), request.agentName(), guest != null));
          if (guest != null) {
            resume(page, guest, hello.after());
          }
        });
  }

  private void resume(PageSocket page, Guest guest, long after) {
    PageSocket before = guests.seat(guest, page);
    press(guest, false);
    if (before != null) {
      voice.remove(before);
      before.refuse(Refusal.TAKEN_OVER, "This conversation goes on in another window.");
    }
    admit(page, guest, true, after);
    attendance.changed();
  }

  /** Gives a page a place. */
  void join(PageSocket page, String name) {
    serial.execute(
        () -> {
          if (closed) {
            page.refuse(Refusal.ROOM_CLOSED, "The conversation is over.");
          } else if (guests.at(page).isEmpty() && !page.isClosed()) {
            // A page that waited in the lobby may have gone before the agent came.
            seat(page, name);
          }
        });
  }

  private void seat(PageSocket page, String name) {
    if (guests.isFull()) {
      guests.absent().ifPresent(this::leave);
    }
    if (guests.isFull()) {
      page.refuse(
          Refusal.FULL,
          "All %d places of this room are taken; try again later.".formatted(Guests.MOST_GUESTS));
      return;
    }
    Guest guest = guests.add(page, name);
    admit(page, guest, false, 0);
    listener.onParticipantJoined(guest.participant());
    attendance.changed();
  }

  private void admit(PageSocket page, Guest guest, boolean resumed, long after) {
    page.send(ToPage.joined(guest, resumed));
    showPeople();
    log.replay(after, page::send);
    voice.add(page);
  }

  /** The page's connection is closed; its place is kept for a while. */
  void disconnected(PageSocket page, int code) {
    with(
        page,
        (guest, at) -> {
          Duration wait = code == GOING_AWAY ? shorter(RELOAD, options.grace()) : options.grace();
          Cancellable leaving = clock.schedule(wait, () -> run(() -> leaveIfAway(guest)));
          guests.away(page, guest, leaving);
          press(guest, false);
          voice.remove(page);
          attendance.changed();
        });
  }

  private void leaveIfAway(Guest guest) {
    if (guests.contains(guest) && guest.page() == null) {
      leave(guest);
    }
  }

  private void leave(Guest guest) {
    guests.remove(guest);
    if (guests.isEmpty()) {
      // What was said here is nobody else's business.
      log.forget();
    }
    listener.onParticipantLeft(guest.id());
    showPeople();
    attendance.changed();
  }

  /** The page opened or closed its microphone. */
  void microphone(PageSocket page, FromPage.Mic mic) {
    with(
        page,
        (guest, now) ->
            guest.microphone(mic.open() ? new Microphone(mic.sampleRateHz(), now) : null));
  }

  /** A piece of what the page's microphone hears. */
  void audio(PageSocket page, byte[] pcm) {
    serial.offer(() -> withSeated(page, (guest, now) -> hear(page, guest, pcm, now)));
  }

  private void hear(PageSocket page, Guest guest, byte[] pcm, long now) {
    Microphone microphone = guest.microphone();
    if (microphone == null) {
      page.complain("Audio came while the microphone was closed; send a 'mic' message first.");
      return;
    }
    AudioFrame frame;
    try {
      frame = microphone.hear(pcm, now);
    } catch (BadMessage badAudio) {
      page.complain(badAudio.sentence());
      return;
    }
    microphone.loss(now).ifPresent(sentence -> page.send(ToPage.error(sentence)));
    if (frame.sampleCount() > 0) {
      listener.onAudio(guest.id(), frame);
    }
  }

  void text(PageSocket page, String text) {
    with(page, (guest, now) -> listener.onText(guest.id(), text));
  }

  void talkButton(PageSocket page, boolean pressed) {
    with(page, (guest, now) -> press(guest, pressed));
  }

  private void press(Guest guest, boolean pressed) {
    if (guest.isPressing() != pressed) {
      guest.press(pressed);
      listener.onTalkButton(guest.id(), pressed);
    }
  }

  void rename(PageSocket page, String name) {
    with(
        page,
        (guest, now) -> {
          if (!name.isEmpty() && !name.equals(guest.name())) {
            guest.rename(guests.unique(name));
            showPeople();
          }
        });
  }

  void played(PageSocket page, FromPage.Played report) {
    voice.played(page, report, clock.nanoTime());
  }

  /** Shows an event to all pages, those to come included. */
  void publish(String event, @Nullable String passing) {
    run(
        () -> {
          String message = log.append(event, passing);
          guests.pages().forEach(page -> page.send(message));
        });
  }

  /**
   * Ends everything: pages are sent away, the last call reaches the listener. Only the first
   * counts.
   */
  void close(CloseReason reason) {
    run(
        () -> {
          closed = true;
          attendance.close();
          for (PageSocket page : guests.pages()) {
            voice.remove(page);
            page.refuse(Refusal.ROOM_CLOSED, "The conversation is over.");
          }
          guests.clear();
          // First: whoever is told that the room has ended may open it again.
          ended.run();
          listener.onClosed(reason);
        });
  }

  private void showPeople() {
    String message = ToPage.people(guests.people());
    guests.pages().forEach(page -> page.send(message));
  }

  private void closeIfEmpty() {
    if (guests.isEmpty()) {
      close(CloseReason.finished());
    }
  }

  private void run(Runnable task) {
    serial.execute(
        () -> {
          if (!closed) {
            task.run();
          }
        });
  }

  private void with(PageSocket page, BiConsumer<Guest, Long> task) {
    serial.execute(() -> withSeated(page, task));
  }

  private void withSeated(PageSocket page, BiConsumer<Guest, Long> task) {
    Guest guest = guests.at(page).orElse(null);
    if (guest != null) {
      task.accept(guest, clock.nanoTime());
    } else if (!closed) {
      page.complain("This page has no place in the room; send 'join' first.");
    }
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
