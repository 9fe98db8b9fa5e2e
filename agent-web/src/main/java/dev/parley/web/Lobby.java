package dev.parley.web;

import dev.parley.AgentException;
import dev.parley.Cancellable;
import dev.parley.ErrorKind;
import dev.parley.SessionClock;
import dev.parley.spi.CloseReason;
import dev.parley.spi.RoomListener;
import dev.parley.spi.RoomRequest;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All pages and rooms of a transport: shows pages to their rooms, and lets those wait to whose room
 * no agent has come yet. Thread-safe, never blocks; calls nobody while it holds its lock.
 */
final class Lobby {
  private static final System.Logger LOGGER = System.getLogger(Lobby.class.getName());
  private static final int MOST_ROOMS = 100;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  /** An agent that was called for someone leaves when nobody is left. */
  private static final Duration EMPTY_FOR = Duration.ofSeconds(10);

  private final WebOptions options;
  private final SessionClock clock;
  private final Map<String, WebRoom> rooms = new HashMap<>();
  private final Map<String, Waiting> waiting = new HashMap<>();
  private final ConnectedPages pages;
  private @Nullable Consumer<RoomRequest> invitations;

  Lobby(WebOptions options, SessionClock clock) {
    this.options = options;
    this.clock = clock;
    this.pages = new ConnectedPages(options.maxConnections());
  }

  /** Whom to tell that an agent is wanted. */
  synchronized void onInvitation(Consumer<RoomRequest> listener) {
    invitations = listener;
  }

  /** The pages that are connected. */
  ConnectedPages pages() {
    return pages;
  }

  /** How many rooms are open. */
  synchronized int roomCount() {
    return rooms.size();
  }

  /** A page is gone. */
  void disconnected(PageSocket page, int code) {
    pages.remove(page);
    synchronized (this) {
      Waiting room = waiting.get(page.roomName());
      if (room != null) {
        room.names().remove(page);
      }
    }
    Reception room = page.room();
    if (room != null) {
      room.disconnected(page, code);
    }
  }

  /** A page says what it wants; answers with {@code welcome}. */
  void greet(PageSocket page, FromPage.Hello hello) throws BadMessage {
    String token = options.token();
    if (token != null && (hello.token() == null || !Secrets.same(token, hello.token()))) {
      page.refuse(
          Refusal.TOKEN,
          "The link lacks the right token; open the whole link that the program shows.");
      return;
    }
    String name = hello.room() == null ? options.defaultRoom() : hello.room();
    if (!RoomLink.isRoom(name)) {
      throw new BadMessage(
          "The room's name in the link is not allowed; use up to 64 letters, digits, blanks and . _ -");
    }
    page.chooseRoom(name);
    WebRoom room = find(name);
    if (room != null) {
      page.enter(room.reception());
      room.reception().greet(page, hello);
    } else {
      page.send(ToPage.welcome(options, name, options.agentName(), false));
    }
  }

  /** A page wants a place in its room. */
  void join(PageSocket page, String room, String name) {
    Consumer<RoomRequest> toInvite = null;
    Reception open = null;
    boolean full = false;
    synchronized (this) {
      WebRoom found = rooms.get(room);
      if (found != null) {
        open = found.reception();
      } else if (waiting.containsKey(room)) {
        waiting.get(room).names().put(page, name);
      } else if (rooms.size() + waiting.size() >= MOST_ROOMS) {
        full = true;
      } else {
        toInvite = invitations;
        waiting.put(room, newWaiting(room, page, name));
      }
    }
    if (full) {
      page.refuse(Refusal.FULL, "All rooms of this server are taken; try again later.");
    } else if (open != null) {
      page.enter(open);
      open.join(page, name);
    } else {
      page.send(ToPage.waiting());
    }
    if (toInvite != null) {
      invite(toInvite, room);
    }
  }

  private void invite(Consumer<RoomRequest> listener, String room) {
    try {
      listener.accept(RoomRequest.builder().room(room).agentName(options.agentName()).build());
    } catch (Throwable failure) { // the application's fault: the page is told, the server lives
      LOGGER.log(Level.ERROR, "the application could not send an agent into a room", failure);
      giveUp(room);
    }
  }

  private Waiting newWaiting(String room, PageSocket page, String name) {
    var names = new LinkedHashMap<PageSocket, String>();
    names.put(page, name);
    return new Waiting(
        invitations != null, names, clock.schedule(LONGEST_WAIT, () -> giveUp(room)));
  }

  private void giveUp(String room) {
    Waiting gone;
    synchronized (this) {
      gone = waiting.remove(room);
    }
    if (gone != null) {
      gone.names()
          .keySet()
          .forEach(
              page ->
                  page.refuse(
                      Refusal.NO_AGENT, "No agent has come into this room; try again later."));
    }
  }

  /** An agent comes into a room; the pages that wait for it follow. */
  WebRoom open(RoomRequest request, RoomListener listener) {
    WebRoom room;
    Waiting waited;
    boolean taken;
    synchronized (this) {
      waited = waiting.remove(request.room());
      Duration emptyFor = waited != null && waited.invited() ? EMPTY_FOR : null;
      room = newRoom(request, listener, emptyFor);
      taken = rooms.putIfAbsent(request.room(), room) != null;
    }
    Reception reception = room.reception();
    if (taken) {
      reception.close(CloseReason.failed(alreadyThere(request.room())));
      return room;
    }
    reception.open();
    if (waited != null) {
      waited.timeout().cancel();
      waited
          .names()
          .forEach(
              (page, name) -> {
                page.enter(reception);
                reception.join(page, name);
              });
    }
    return room;
  }

  private WebRoom newRoom(RoomRequest request, RoomListener listener, @Nullable Duration emptyFor) {
    var self = new WebRoom[1];
    self[0] =
        new WebRoom(options, request, listener, emptyFor, () -> remove(request.room(), self[0]));
    return self[0];
  }

  private synchronized void remove(String name, WebRoom room) {
    rooms.remove(name, room);
  }

  private synchronized @Nullable WebRoom find(String room) {
    return rooms.get(room);
  }

  private static AgentException alreadyThere(String room) {
    return new AgentException(
        ErrorKind.BAD_REQUEST,
        "an agent is already in the room '%s'; close its session or choose another room"
            .formatted(room));
  }

  /** The transport closes: all rooms end, all pages are sent away; blocks as long as that takes. */
  void close() {
    List<WebRoom> open;
    synchronized (this) {
      open = new ArrayList<>(rooms.values());
      waiting.values().forEach(each -> each.timeout().cancel());
      waiting.clear();
    }
    open.forEach(each -> each.reception().close(CloseReason.cancelled()));
    pages.close();
  }

  private record Waiting(boolean invited, Map<PageSocket, String> names, Cancellable timeout) {}
}
