package dev.parley.agora;

import dev.parley.AgentEvent;
import dev.parley.AgentException;
import dev.parley.Cancellable;
import dev.parley.ErrorKind;
import dev.parley.SessionClock;
import dev.parley.spi.CloseReason;
import dev.parley.spi.RoomListener;
import dev.parley.spi.RoomRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agent's stay in a channel, across all connections that it takes: joins, gets lost, comes back,
 * leaves. Everything happens in its lane; the methods that say so may be called on any thread.
 *
 * <p>The SDK reconnects by itself and is left alone with that. What it gives up on is tried again
 * with a new connection, after a pause, if the reason is worth another try.
 */
final class Stay implements LinkListener {
  private enum Phase {
    JOINING,
    IN,
    LOST,
    LEAVING,
    OVER;

    boolean isEnding() {
      return this == LEAVING || this == OVER;
    }
  }

  private static final Duration ASK_AGAIN = Duration.ofSeconds(5);

  private final AgoraOptions options;
  private final RoomRequest request;
  private final RoomListener listener;
  private final Voice voice;
  private final ServiceLease lease;
  private final Runnable released;
  private final SessionClock clock;
  private final Lane lane;
  private final Hearing hearing;
  private final Tokens tokens;
  private final Outbox outbox;
  private final Backoff backoff;
  private final List<Release> releases = new ArrayList<>();
  private Phase phase = Phase.JOINING;
  private ChangeReason lastReason = ChangeReason.NO_ANSWER;
  private CloseReason closeReason = CloseReason.finished();
  private @Nullable AgentException tokenFailure;
  private Cancellable connectTimer = Cancellable.NONE;
  private Cancellable retryTimer = Cancellable.NONE;
  private Cancellable limitTimer = Cancellable.NONE;
  private @Nullable Link link;
  private boolean claimed;
  private boolean rebuilt;
  private boolean renewing;
  private boolean pushRefused;
  private int live;
  private volatile boolean serving;

  /**
   * Creates a stay that has not begun.
   *
   * @param released runs once when it is over and the SDK has got everything back
   */
  Stay(
      AgoraOptions options,
      RoomRequest request,
      RoomListener listener,
      Voice voice,
      ServiceLease lease,
      Runnable released) {
    this.options = options;
    this.request = request;
    this.listener = listener;
    this.voice = voice;
    this.lease = lease;
    this.released = released;
    this.backoff =
        new Backoff(request.room() + options.uid().text() + request.context().sessionId());
    this.clock = request.context().clock();
    this.lane = new Lane(request.context().blocking());
    this.tokens =
        new Tokens(
            options, request.room(), clock, request.context().blocking(), lane, this::renewToken);
    MessageForm form = options.messages().form(options.uid());
    this.outbox = new Outbox(clock, lane, form, this::send);
    this.hearing = new Hearing(clock, lane, outbox, form, listener);
  }

  /** Begins to join. On any thread. */
  void begin() {
    lane.execute(this::join);
  }

  /** Whether the agent can be heard. On any thread. */
  boolean isServing() {
    return serving;
  }

  /** Sends a frame, unless the voice is cleared before its turn comes. On any thread. */
  void push(byte[] pcm) {
    int epoch = voice.epoch();
    lane.execute(() -> push(pcm, epoch));
  }

  /** Takes back what the SDK holds of the voice. On any thread. */
  void flush() {
    lane.execute(
        () -> {
          if (phase == Phase.IN && link != null) {
            link.flush();
          }
        });
  }

  /** Shows an event to the people in the channel. On any thread. */
  void publish(AgentEvent event) {
    lane.execute(
        () -> {
          if (!phase.isEnding()) {
            hearing.publish(event);
          }
        });
  }

  /** Leaves, for this reason if it is the first. On any thread. */
  void close(CloseReason reason) {
    serving = false;
    lane.execute(() -> leave(reason));
  }

  private void join() {
    if (phase.isEnding()) {
      return;
    }
    AgentException refusal = refusal();
    if (refusal != null) {
      fail(refusal);
      return;
    }
    limitTimer = later(AgoraOptions.JOIN_LIMIT, this::giveUp);
    connect();
  }

  /** What keeps the agent out before Agora is asked; null: nothing does. */
  private @Nullable AgentException refusal() {
    if (!ChannelName.isAllowed(request.room())) {
      return ChannelName.refusal(request.room());
    }
    claimed = UidClaims.take(request.room(), options.uid());
    return claimed
        ? null
        : new AgentException(
            ErrorKind.BAD_REQUEST,
            "another agent of this process is in Agora channel '%s' with uid %s; give this one another uid"
                .formatted(request.room(), options.uid().text()));
  }

  private Cancellable later(Duration delay, Runnable task) {
    return clock.schedule(delay, () -> lane.execute(task));
  }

  private void connect() {
    renewing = false; // a question on its way is overtaken by this one
    tokens.ask(
        this::connect,
        failure -> {
          tokenFailure = failure;
          retry(ChangeReason.TOKEN_NOT_RENEWED);
        });
  }

  private void connect(String token) {
    if (phase.isEnding() || phase == Phase.IN || link != null) {
      return;
    }
    tokenFailure = null;
    int code;
    try {
      lease.hold(options.service());
      Link made = Link.make(options, request.observer(), lane, this, hearing);
      link = made;
      hearing.listenTo(made);
      live++;
      code = made.connect(token, request.room(), options.uid());
    } catch (AgentException e) {
      fail(e);
      return;
    }
    if (code == 0) {
      connectTimer = later(AgoraOptions.CONNECT_LIMIT, () -> ended(ChangeReason.NO_ANSWER));
    } else {
      fail(
          new AgentException(
              ErrorKind.BAD_REQUEST,
              "the Agora SDK refuses to connect to channel '%s' as uid %s, code %d"
                  .formatted(request.room(), options.uid().text(), code)));
    }
  }

  @Override
  public void onConnected(Link from, int reason) {
    if (from != link || phase.isEnding() || phase == Phase.IN) {
      return;
    }
    connectTimer.cancel();
    limitTimer.cancel();
    backoff.reset();
    boolean first = phase == Phase.JOINING;
    phase = Phase.IN;
    serving = true;
    if (first) {
      listener.onOpened();
      hearing.open();
    } else {
      if (rebuilt) {
        hearing.callRoll();
      }
      listener.onBack();
      listener.onReady();
    }
    rebuilt = false;
    outbox.resume();
  }

  @Override
  public void onReconnecting(Link from, ChangeReason reason) {
    if (from == link) {
      lose(reason);
    }
  }

  private void lose(ChangeReason reason) {
    lastReason = reason;
    if (phase == Phase.IN) {
      phase = Phase.LOST;
      serving = false;
      voice.clear(clock.nanoTime());
      outbox.pause();
      limitTimer = later(options.reconnectLimit(), this::giveUp);
      listener.onLost(reason.sentence());
    }
  }

  @Override
  public void onEnded(Link from, ChangeReason reason) {
    List.copyOf(releases).forEach(each -> each.onEnded(from));
    if (from == link && !phase.isEnding()) {
      ended(reason);
    }
  }

  private void ended(ChangeReason reason) {
    connectTimer.cancel();
    if (phase.isEnding() || link == null) {
      return;
    }
    if (!reason.isWorthAnotherTry()) {
      fail(reason.exception(request.room()));
      return;
    }
    lose(reason);
    release(link, () -> {});
    link = null;
    rebuilt = true;
    retry(reason);
  }

  private void retry(ChangeReason reason) {
    lastReason = reason;
    if (!phase.isEnding() && link == null) {
      retryTimer.cancel();
      retryTimer = later(backoff.next(), this::connect);
    }
  }

  private void giveUp() {
    if (phase == Phase.JOINING || phase == Phase.LOST) {
      fail(tokenFailure != null ? tokenFailure : lastReason.exception(request.room()));
    }
  }

  private void fail(AgentException failure) {
    leave(CloseReason.failed(failure));
  }

  private void leave(CloseReason reason) {
    if (phase.isEnding()) {
      return;
    }
    phase = Phase.LEAVING;
    serving = false;
    closeReason = reason;
    connectTimer.cancel();
    retryTimer.cancel();
    limitTimer.cancel();
    tokens.close();
    hearing.close();
    outbox.close();
    if (link == null) {
      over();
    } else {
      release(link, this::over);
    }
  }

  private void release(Link of, Runnable left) {
    var release =
        new Release(
            clock,
            lane,
            of,
            left,
            () -> {
              live--;
              tellIfReleased();
            });
    releases.add(release);
    release.begin();
  }

  private void over() {
    phase = Phase.OVER;
    if (claimed) {
      UidClaims.giveBack(request.room(), options.uid());
    }
    listener.onClosed(closeReason);
    tellIfReleased();
  }

  private void tellIfReleased() {
    if (phase == Phase.OVER && live == 0) {
      released.run();
    }
  }

  @Override
  public void onTokenEnding(Link from) {
    if (from == link) {
      renewToken();
    }
  }

  private void renewToken() {
    if (renewing || phase.isEnding() || link == null) {
      return;
    }
    renewing = true;
    tokens.ask(
        token -> {
          renewing = false;
          if (link != null && !phase.isEnding() && link.renew(token) != 0) {
            ended(ChangeReason.TOKEN_NOT_RENEWED);
          }
        },
        failure -> {
          renewing = false;
          listener.onError(failure);
          retryTimer = later(ASK_AGAIN, this::renewToken);
        });
  }

  private void push(byte[] pcm, int epoch) {
    if (phase != Phase.IN || link == null || epoch != voice.epoch()) {
      return;
    }
    int code = link.push(pcm);
    if (code != 0 && !pushRefused) {
      listener.onError(
          new AgentException(
              ErrorKind.PROTOCOL, "the Agora SDK refuses the agent's voice, code " + code));
    }
    pushRefused = code != 0;
  }

  private int send(byte[] packet) {
    return link == null ? 0 : link.send(packet);
  }
}
