package dev.parley.tts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.AgentException;
import dev.parley.ErrorKind;
import dev.parley.SessionClock;
import dev.parley.spi.TtsRequest;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import okhttp3.Request;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a vendor, which carries replies one after another or side by side, as the pool
 * and the vendor's {@link Protocol} have it. Only {@code open}, {@code begin} and {@code close} may
 * be called on any thread; the rest in the line's serial context.
 */
final class Line implements Socket.Listener {
  private static final System.Logger LOGGER = System.getLogger(Line.class.getName());

  private final Serial serial = new Serial();
  private final Pool pool;
  private final Failures failures;
  private final SessionClock clock;
  private final Protocol protocol;
  private final Watch readyWatch;
  private final List<LineTurn> turns = new ArrayList<>();
  private @Nullable Socket socket;
  private boolean ready;
  private boolean ended;

  Line(Pool pool, Failures failures, SessionClock clock, Function<Line, Protocol> protocol) {
    this.pool = pool;
    this.failures = failures;
    this.clock = clock;
    this.readyWatch = new Watch(clock, serial);
    this.protocol = protocol.apply(this);
  }

  /** Connects. */
  void open(Web web, Request request) {
    serial.execute(
        () -> {
          if (ended) {
            return; // closed before it was opened: nobody would close the socket
          }
          Duration limit = pool.readyWithin();
          readyWatch.set(limit, () -> fail(failures.timeout("the vendor was not ready", limit)));
          socket = new Socket(web, request, serial, this);
        });
  }

  /** Begins a reply; it takes text once the connection is ready. */
  Synthesis begin(TtsRequest request, SynthesisListener listener, boolean reused) {
    var turn = new LineTurn(this, request, listener, reused);
    serial.execute(turn::enter);
    return turn;
  }

  void enter(LineTurn turn) {
    turns.add(turn);
    if (ended) {
      turn.fail(failures.told(ErrorKind.NETWORK, "the connection is gone", null));
    } else if (ready) {
      turn.start();
    }
  }

  void leave(LineTurn turn) {
    turns.remove(turn);
  }

  /** The vendor takes text now. */
  void ready() {
    readyWatch.cancel();
    ready = true;
    List.copyOf(turns).forEach(LineTurn::start);
  }

  /** Sends a message; a connection that takes none is dead. */
  void send(JsonNode message) {
    if (!ended && (socket == null || !socket.send(message))) {
      fail(failures.told(ErrorKind.NETWORK, "the connection takes no message", null));
    }
  }

  /** Ends the connection, and with it whatever is under way. */
  void fail(AgentException error) {
    if (ended) {
      return;
    }
    // Not the message: vendors quote in it what was to be spoken.
    LOGGER.log(Level.DEBUG, "a connection ended with {0} replies: {1}", turns.size(), error.kind());
    end(null, error);
  }

  /** Closes in good manners. */
  void close() {
    AgentException closed = failures.told(ErrorKind.INTERNAL, "the voice was closed", null);
    serial.execute(() -> end(ready ? protocol.farewell() : null, closed));
  }

  private void end(@Nullable JsonNode farewell, AgentException why) {
    if (ended) {
      return;
    }
    ended = true;
    readyWatch.cancel();
    pool.remove(this);
    if (socket != null) {
      socket.close(farewell, clock);
    }
    List.copyOf(turns).forEach(each -> each.fail(why));
  }

  @Override
  public void opened() {
    if (!ended) {
      protocol.opened();
    }
  }

  @Override
  public void message(JsonNode message) {
    if (!ended) {
      protocol.message(message);
    }
  }

  @Override
  public void bytes(ByteString bytes) {
    if (!ended) {
      protocol.bytes(bytes);
    }
  }

  @Override
  public void unreadable() {
    pool.warnings().count();
  }

  @Override
  public void ended(Ending ending) {
    if (!ended) {
      fail(protocol.failureOf(ending));
    }
  }

  Pool pool() {
    return pool;
  }

  Protocol protocol() {
    return protocol;
  }

  SessionClock clock() {
    return clock;
  }

  Serial serial() {
    return serial;
  }

  /** Returns a watch whose tasks run in this line's context. */
  Watch newWatch() {
    return new Watch(clock, serial);
  }
}
