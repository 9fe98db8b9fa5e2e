package dev.parley.web;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent to one page, one message on its way at a time. Thread-safe, never blocks.
 *
 * <p>Both kinds of message have a bound. The agent's voice beyond it is refused, for late speech is
 * worth nothing; text beyond it means that the page does not read, and its connection is given up.
 */
final class Outbox implements Callback {
  /** Two seconds of frames of 20 ms. */
  static final int MOST_AUDIO = 100;

  static final int MOST_TEXT_CHARACTERS = 1 << 20;

  private final CoreSession session;
  private final Runnable overflow;
  private final Queue<String> texts = new ArrayDeque<>();
  private final Deque<ByteBuffer> audio = new ArrayDeque<>();
  private final AtomicLong refusedAudio = new AtomicLong();
  private @Nullable String urgent;
  private @Nullable Ending ending;
  private int textCharacters;
  private boolean sending;
  private boolean draining;
  private boolean closed;

  /**
   * Creates an empty outbox.
   *
   * @param overflow called once when more text waits than a page that reads would leave waiting
   */
  Outbox(CoreSession session, Runnable overflow) {
    this.session = session;
    this.overflow = overflow;
  }

  /** Sends a text message after those that wait. */
  void text(String message) {
    boolean tooMuch;
    synchronized (this) {
      if (closed) {
        return;
      }
      tooMuch = textCharacters + message.length() > MOST_TEXT_CHARACTERS;
      if (tooMuch) {
        close();
      } else {
        texts.add(message);
        textCharacters += message.length();
      }
    }
    if (tooMuch) {
      overflow.run();
    } else {
      drain();
    }
  }

  /** Sends a piece of the agent's voice, or returns false when too much of it waits. */
  boolean audio(ByteBuffer pcm) {
    synchronized (this) {
      if (closed || audio.size() >= MOST_AUDIO) {
        refusedAudio.incrementAndGet();
        return false;
      }
      audio.add(pcm);
    }
    drain();
    return true;
  }

  /** Forgets the voice that waits, and sends this message before everything else. */
  void flush(String message) {
    synchronized (this) {
      if (closed) {
        return;
      }
      audio.clear();
      urgent = message;
    }
    drain();
  }

  /** Sends the text that waits, then closes the connection with a code and a reason that fits. */
  void end(int code, String reason) {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      audio.clear();
      ending = new Ending(code, Sentences.fitting(reason));
    }
    drain();
  }

  /** Forgets everything; nothing is sent any more. */
  synchronized void close() {
    closed = true;
    texts.clear();
    audio.clear();
    urgent = null;
    ending = null;
    textCharacters = 0;
  }

  /** How many pieces of the agent's voice were refused. */
  long refusedAudio() {
    return refusedAudio.get();
  }

  /** The message on its way has left. */
  @Override
  public void succeeded() {
    synchronized (this) {
      sending = false;
    }
    drain();
  }

  /** The connection is broken; that it closes is told elsewhere. */
  @Override
  public void failed(Throwable failure) {
    close();
  }

  /**
   * Sends until one message is on its way or nothing waits; a loop, as sends may complete at once.
   */
  private void drain() {
    synchronized (this) {
      if (draining) {
        return;
      }
      draining = true;
    }
    while (sendNext()) {}
  }

  private boolean sendNext() {
    Object next;
    synchronized (this) {
      next = sending ? null : takeNext();
      if (next == null) {
        draining = false;
        return false;
      }
      sending = true;
    }
    if (next instanceof String text) {
      session.sendFrame(new Frame(OpCode.TEXT, true, text), this, false);
    } else if (next instanceof ByteBuffer pcm) {
      session.sendFrame(new Frame(OpCode.BINARY, true, pcm), this, false);
    } else if (next instanceof Ending last) {
      session.close(last.code(), last.reason(), Callback.NOOP);
    }
    return true;
  }

  /** The voice goes first among the rest: a late frame is a gap, a late line of text is nothing. */
  private @Nullable Object takeNext() {
    if (urgent != null) {
      String message = urgent;
      urgent = null;
      return message;
    }
    ByteBuffer pcm = audio.poll();
    if (pcm != null) {
      return pcm;
    }
    String text = texts.poll();
    if (text != null) {
      textCharacters -= text.length();
      return text;
    }
    Ending last = ending;
    ending = null;
    return last;
  }

  private record Ending(int code, String reason) {}
}
