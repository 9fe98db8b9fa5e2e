package dev.parley.tts;

import dev.parley.ErrorKind;
import dev.parley.SessionClock;
import dev.parley.spi.PluginContext;
import dev.parley.spi.TtsRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one engine, shared by its sessions. Thread-safe.
 *
 * <p>A reply gets a connection without another one on it: the one its session had, else any, else a
 * new one; only when there may be no more does it share one with others.
 */
final class Pool implements Vendor {
  /** A connection that ends soon is not begun with. */
  private static final Duration BEFORE_EXPIRY = Duration.ofSeconds(60);

  /** Some vendors accept the upgrade and say only then whether they accept the key. */
  private static final Duration LONGEST_READY = Duration.ofSeconds(5);

  private static final Synthesis NONE = new NoSynthesis();

  private final Web web;
  private final Failures failures;
  private final PoolTerms terms;
  private final Supplier<Request> request;
  private final Function<Line, Protocol> protocol;
  private final Duration readyWithin;
  private final Tally late;
  private final Tally warnings = new Tally();
  private final Map<Line, Standing> lines = new LinkedHashMap<>();
  private boolean closed;

  /** What the pool knows of a line. */
  private static final class Standing {
    private final SessionClock clock;
    private @Nullable String session;
    private @Nullable Instant expires;
    private boolean retired;
    private int live;
    private int dying;
    private int uses;

    Standing(PluginContext context) {
      this.clock = context.clock();
      this.session = context.sessionId();
    }

    boolean isUsable() {
      return !retired
          && (expires == null || clock.instant().isBefore(expires.minus(BEFORE_EXPIRY)));
    }
  }

  /**
   * Creates a pool.
   *
   * @param patience how long a reply waits for its first audio, and so for a connection at most
   * @param late counts messages for replies that were over
   */
  Pool(
      Web web,
      Failures failures,
      PoolTerms terms,
      Duration patience,
      Tally late,
      Supplier<Request> request,
      Function<Line, Protocol> protocol) {
    this.web = web;
    this.failures = failures;
    this.terms = terms;
    this.readyWithin = patience.compareTo(LONGEST_READY) < 0 ? patience : LONGEST_READY;
    this.late = late;
    this.request = request;
    this.protocol = protocol;
  }

  @Override
  public Synthesis begin(TtsRequest reply, SynthesisListener listener) {
    sweep();
    Line line;
    boolean fresh = false;
    synchronized (lines) {
      line = find(reply.context().sessionId()).orElse(null);
      if (line == null && !closed && lines.size() < terms.mostLines()) {
        line = add(reply.context());
        fresh = true;
      }
      line = line == null ? leastLoaded(reply.context().sessionId()).orElse(null) : line;
      if (line != null) {
        occupy(line, reply.context().sessionId());
      }
    }
    return line == null ? refuse(listener) : begin(line, fresh, reply, listener);
  }

  private Synthesis begin(Line line, boolean fresh, TtsRequest reply, SynthesisListener listener) {
    if (fresh) {
      line.open(web, request.get());
    }
    return line.begin(reply, listener, !fresh);
  }

  private Synthesis refuse(SynthesisListener listener) {
    String why =
        closed
            ? "the voice was closed"
            : "all " + terms.mostLines() + " connections are in use; allow more if the plan does";
    ErrorKind kind = closed ? ErrorKind.INTERNAL : ErrorKind.RATE_LIMITED;
    listener.failed(failures.told(kind, why, null));
    return NONE;
  }

  /** Opens a connection if none waits for a reply of this session. */
  void warm(PluginContext context) {
    sweep();
    Line line;
    synchronized (lines) {
      boolean there = find(context.sessionId()).isPresent();
      if (there || closed || lines.size() >= terms.mostLines()) {
        return;
      }
      line = add(context);
    }
    line.open(web, request.get());
  }

  private Line add(PluginContext context) {
    var line = new Line(this, failures, context.clock(), protocol);
    var standing = new Standing(context);
    lines.put(line, standing);
    watchIdle(line, standing);
    return line;
  }

  private void occupy(Line line, String session) {
    with(
        line,
        standing -> {
          standing.session = session;
          standing.live++;
          standing.uses++;
        });
  }

  /** Does something about a line that is still there. */
  private void with(Line line, Consumer<Standing> change) {
    synchronized (lines) {
      Standing standing = lines.get(line);
      if (standing != null) {
        change.accept(standing);
      }
    }
  }

  /** Closes what will not be used again. */
  private void sweep() {
    List<Line> useless;
    synchronized (lines) {
      useless =
          lines.entrySet().stream()
              .filter(each -> each.getValue().live == 0 && !each.getValue().isUsable())
              .map(Map.Entry::getKey)
              .toList();
    }
    useless.forEach(Line::close);
  }

  /** The line without a reply on it that suits this session best. */
  private Optional<Line> find(String session) {
    return first(each -> session.equals(each.session) && each.dying == 0)
        .or(() -> first(each -> !isForeign(each, session) && each.dying == 0))
        .or(() -> first(each -> !isForeign(each, session)));
  }

  private boolean isForeign(Standing standing, String session) {
    return terms.bySession() && standing.session != null && !session.equals(standing.session);
  }

  private Optional<Line> first(Predicate<Standing> condition) {
    return lines.entrySet().stream()
        .filter(each -> each.getValue().isUsable() && each.getValue().live == 0)
        .filter(each -> terms.hasRoom(0, each.getValue().dying))
        .filter(each -> condition.test(each.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private Optional<Line> leastLoaded(String session) {
    return lines.entrySet().stream()
        .filter(each -> each.getValue().isUsable() && !isForeign(each.getValue(), session))
        .filter(each -> terms.hasRoom(each.getValue().live, each.getValue().dying))
        .min(Comparator.comparingInt(each -> each.getValue().live))
        .map(Map.Entry::getKey);
  }

  /** A reply has left its line. */
  void left(Line line) {
    with(
        line,
        standing -> {
          standing.live--;
          watchIdle(line, standing);
        });
    sweep();
  }

  private void watchIdle(Line line, Standing standing) {
    if (standing.live == 0 && terms.idle() != null) {
      int uses = standing.uses;
      standing.clock.schedule(terms.idle(), () -> closeIfIdle(line, uses));
    }
  }

  private void closeIfIdle(Line line, int uses) {
    with(line, standing -> standing.retired |= standing.live == 0 && standing.uses == uses);
    sweep();
  }

  /** A reply was cancelled: its line takes another, but the vendor may not have let go of it. */
  void cancelled(Line line) {
    with(line, standing -> standing.dying++);
    left(line);
  }

  /** The vendor let go of a reply that was cancelled. */
  void dead(Line line) {
    with(line, standing -> standing.dying--);
  }

  /** A line takes no replies from shortly before this moment. */
  void expires(Line line, Instant moment) {
    with(line, standing -> standing.expires = moment);
  }

  /** A line takes no more replies, and closes after those it has. */
  void retire(Line line) {
    with(line, standing -> standing.retired = true);
    sweep();
  }

  void remove(Line line) {
    synchronized (lines) {
      lines.remove(line);
    }
  }

  /** How long a connection may take until it takes text. */
  Duration readyWithin() {
    return readyWithin;
  }

  Tally late() {
    return late;
  }

  Tally warnings() {
    return warnings;
  }

  /** How many connections there are. */
  int size() {
    synchronized (lines) {
      return lines.size();
    }
  }

  /** Closes all connections, and takes no more replies. */
  void close() {
    List<Line> all;
    synchronized (lines) {
      closed = true;
      all = new ArrayList<>(lines.keySet());
    }
    all.forEach(Line::close);
  }

  private static final class NoSynthesis implements Synthesis {
    @Override
    public int say(Part part) {
      return 0;
    }

    @Override
    public void end() {}

    @Override
    public void cancel() {}
  }
}
