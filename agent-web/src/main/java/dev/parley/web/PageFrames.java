package dev.parley.web;

import java.io.ByteArrayOutputStream;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.exception.MessageTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * Puts the frames of one page's WebSocket together to messages. Jetty calls it on one thread at a
 * time, and only after it has asked for the next frame.
 */
final class PageFrames implements FrameHandler {
  /** A second of 48 kHz; pages send 20 ms at a time. */
  static final int LARGEST_BINARY_BYTES = 96_000;

  static final int LARGEST_TEXT_BYTES = 16 * 1024;

  private static final System.Logger LOGGER = System.getLogger(PageFrames.class.getName());

  private final PageSocket page;
  private final ByteArrayOutputStream message = new ByteArrayOutputStream();
  private byte kind = OpCode.UNDEFINED;
  private @Nullable CoreSession session;

  PageFrames(PageSocket page) {
    this.page = page;
  }

  @Override
  public void onOpen(CoreSession newSession, Callback callback) {
    session = newSession;
    page.opened(newSession);
    callback.succeeded();
    newSession.demand();
  }

  @Override
  public void onFrame(Frame frame, Callback callback) {
    switch (frame.getOpCode()) {
      case OpCode.TEXT, OpCode.BINARY -> {
        kind = frame.getOpCode();
        gather(frame, callback);
      }
      case OpCode.CONTINUATION -> gather(frame, callback);
      case OpCode.PING -> answerPing(frame, callback);
      case OpCode.CLOSE -> callback.succeeded();
      default -> {
        page.heard();
        done(callback);
      }
    }
  }

  private void gather(Frame frame, Callback callback) {
    ByteBuffer payload = frame.getPayload();
    int limit = kind == OpCode.TEXT ? LARGEST_TEXT_BYTES : LARGEST_BINARY_BYTES;
    if (message.size() + payload.remaining() > limit) {
      message.reset();
      callback.failed(
          new MessageTooLargeException(
              "The message is too large; send at most %,d bytes of %s."
                  .formatted(limit, kind == OpCode.TEXT ? "text" : "audio")));
      return;
    }
    while (payload.hasRemaining()) {
      message.write(payload.get());
    }
    if (frame.isFin()) {
      deliver();
    }
    done(callback);
  }

  private void deliver() {
    byte[] bytes = message.toByteArray();
    message.reset();
    page.heard();
    if (kind == OpCode.TEXT) {
      page.text(new String(bytes, StandardCharsets.UTF_8));
    } else {
      page.audio(bytes);
    }
  }

  private void answerPing(Frame frame, Callback callback) {
    page.heard();
    send(
        new Frame(OpCode.PONG, true, frame.getPayload()),
        Callback.from(() -> done(callback), callback::failed));
  }

  private void send(Frame frame, Callback callback) {
    if (session != null) {
      session.sendFrame(frame, callback, false);
    }
  }

  private void done(Callback callback) {
    callback.succeeded();
    if (session != null) {
      session.demand();
    }
  }

  @Override
  public void onError(Throwable cause, Callback callback) {
    // Broken connections are everyday life; the close that follows is what counts.
    LOGGER.log(Level.DEBUG, "a page's connection failed: {0}", cause.getClass().getSimpleName());
    callback.succeeded();
  }

  @Override
  public void onClosed(CloseStatus status, Callback callback) {
    page.closed(status.getCode());
    callback.succeeded();
  }
}
