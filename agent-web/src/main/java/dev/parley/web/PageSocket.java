package dev.parley.web;

import dev.parley.Cancellable;
import dev.parley.SessionClock;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.jspecify.annotations.Nullable;

/**
 * One page's connection: reads its messages and writes to it. Messages come on one thread at a
 * time, the room writes on any.
 */
final class PageSocket {
  private static final int MOST_COMPLAINTS = 20;
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);
  private static final Duration DEAD_AFTER = Duration.ofSeconds(25);

  private final Lobby lobby;
  private final SessionClock clock;
  private final AtomicInteger complaints = new AtomicInteger();
  private volatile @Nullable CoreSession session;
  private volatile @Nullable Outbox outbox;
  private volatile @Nullable String roomName;
  private volatile @Nullable Reception room;
  private volatile long heardAtNanos;
  private volatile boolean closed;
  private volatile Cancellable heartbeat = Cancellable.NONE;

  PageSocket(Lobby lobby, SessionClock clock) {
    this.lobby = lobby;
    this.clock = clock;
  }

  /** The connection stands. */
  void opened(CoreSession newSession) {
    session = newSession;
    outbox = new Outbox(newSession, this::abandon);
    heard();
    heartbeat = clock.schedule(HEARTBEAT, this::beat);
    lobby.pages().add(this);
  }

  /** Something came, be it only a sign of life. */
  void heard() {
    heardAtNanos = clock.nanoTime();
  }

  /** A text message came. */
  void text(String text) {
    try {
      handle(PageMessages.read(text));
    } catch (BadMessage bad) {
      complain(bad.sentence());
    }
  }

  /** A binary message came: a piece of what the microphone hears. */
  void audio(byte[] pcm) {
    Reception joined = room;
    if (joined == null) {
      complain("Audio came before this page had joined a room; send 'hello' and 'join' first.");
    } else {
      joined.audio(this, pcm);
    }
  }

  /** The connection is no more. */
  void closed(int code) {
    closed = true;
    heartbeat.cancel();
    Outbox mine = outbox;
    if (mine != null) {
      mine.close();
    }
    lobby.disconnected(this, code);
  }

  private void handle(FromPage message) throws BadMessage {
    if (message instanceof FromPage.Ping) {
      send(ToPage.pong());
    } else if (message instanceof FromPage.Hello hello) {
      hello(hello);
    } else if (message instanceof FromPage.Join join) {
      lobby.join(this, chosenRoom(), join.name());
    } else {
      handleInside(message, joinedRoom());
    }
  }

  private void handleInside(FromPage message, Reception joined) {
    if (message instanceof FromPage.Played played) {
      joined.played(this, played);
    } else if (message instanceof FromPage.Mic mic) {
      joined.microphone(this, mic);
    } else if (message instanceof FromPage.Text text) {
      joined.text(this, text.text());
    } else if (message instanceof FromPage.Talk talk) {
      joined.talkButton(this, talk.pressed());
    } else if (message instanceof FromPage.Rename rename) {
      joined.rename(this, rename.name());
    } else {
      throw new IllegalStateException("no one handles " + message.getClass().getSimpleName());
    }
  }

  private void hello(FromPage.Hello hello) throws BadMessage {
    if (roomName != null) {
      throw new BadMessage("A second 'hello' came; a connection begins once.");
    }
    lobby.greet(this, hello);
  }

  private String chosenRoom() throws BadMessage {
    String chosen = roomName;
    if (chosen == null) {
      throw new BadMessage("A connection begins with 'hello'.");
    }
    return chosen;
  }

  private Reception joinedRoom() throws BadMessage {
    chosenRoom();
    Reception joined = room;
    if (joined == null) {
      throw new BadMessage("This page has not joined the room yet; send 'join' first.");
    }
    return joined;
  }

  /** Whether the connection is no more. */
  boolean isClosed() {
    return closed;
  }

  /** The room that the page has chosen, or null. */
  @Nullable String roomName() {
    return roomName;
  }

  void chooseRoom(String name) {
    roomName = name;
  }

  /** The room that the page is in or on its way into, or null. */
  @Nullable Reception room() {
    return room;
  }

  void enter(Reception newRoom) {
    room = newRoom;
  }

  void send(String message) {
    Outbox mine = outbox;
    if (mine != null) {
      mine.text(message);
    }
  }

  /** Sends a piece of the agent's voice, or returns false when the page cannot take it now. */
  boolean play(ByteBuffer pcm) {
    Outbox mine = outbox;
    return mine != null && mine.audio(pcm);
  }

  void flush(int epoch) {
    Outbox mine = outbox;
    if (mine != null) {
      mine.flush(ToPage.flush(epoch));
    }
  }

  /** Says what was wrong with a message; a page that sends nothing else is sent away. */
  void complain(String sentence) {
    int count = complaints.incrementAndGet();
    if (count < MOST_COMPLAINTS) {
      send(ToPage.error(sentence));
    } else if (count == MOST_COMPLAINTS) {
      refuse(Refusal.NONSENSE, sentence);
    }
  }

  /** Sends the page away. */
  void refuse(Refusal refusal, String sentence) {
    Outbox mine = outbox;
    if (mine != null) {
      mine.end(refusal.code(), sentence);
    }
  }

  private void beat() {
    CoreSession mine = session;
    if (mine == null || closed) {
      return;
    }
    if (roomName == null) {
      refuse(Refusal.SILENT, "Nothing was heard from this page; reload it.");
    } else if (clock.nanoTime() - heardAtNanos > DEAD_AFTER.toNanos()) {
      mine.abort();
    } else {
      mine.sendFrame(new Frame(OpCode.PING), Callback.NOOP, false);
      heartbeat = clock.schedule(HEARTBEAT, this::beat);
    }
  }

  /** Cuts the connection without the courtesies that nobody would read. */
  private void abandon() {
    CoreSession mine = session;
    if (mine != null) {
      mine.abort();
    }
  }
}
