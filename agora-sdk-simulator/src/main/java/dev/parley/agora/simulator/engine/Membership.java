package dev.parley.agora.simulator.engine;

import java.time.Duration;

/**
 * How a connection gets into a channel, stays, and leaves: its state machine. Guarded by the
 * world's lock.
 */
final class Membership {
  private final Connection connection;
  private final TokenWatch tokens;
  private final Reconnection reconnection;
  private final Statistics statistics;
  private final Timers joining;
  private final Timers renewing;
  private ConnectionState state = ConnectionState.DISCONNECTED;
  private Admission.Request request = new Admission.Request("", "", "", "");
  private boolean everConnected;
  private boolean spent;

  Membership(Connection connection) {
    this.connection = connection;
    tokens = new TokenWatch(connection);
    reconnection = new Reconnection(connection);
    statistics = new Statistics(connection);
    joining = new Timers(connection.world());
    renewing = new Timers(connection.world());
  }

  ConnectionState state() {
    return state;
  }

  TokenWatch tokens() {
    return tokens;
  }

  Reconnection reconnection() {
    return reconnection;
  }

  Statistics statistics() {
    return statistics;
  }

  String channelName() {
    return request.channel();
  }

  boolean everConnected() {
    return everConnected;
  }

  /** Whether it was in use and is not any more. */
  boolean hasLeft() {
    boolean idle = state == ConnectionState.DISCONNECTED || state == ConnectionState.FAILED;
    return everConnected && idle;
  }

  void become(ConnectionState next) {
    if (!state.canBecome(next)) {
      throw new IllegalStateException(connection.name() + ": " + state + " cannot become " + next);
    }
    state = next;
  }

  int connect(Admission.Request wanted) {
    if (spent) {
      return ErrorCode.REFUSED;
    }
    if (state != ConnectionState.DISCONNECTED) {
      return ErrorCode.JOIN_REJECTED;
    }
    everConnected = true;
    request = wanted;
    connection.userId(UserIds.isToBeAssigned(wanted.userId()) ? "" : wanted.userId());
    become(ConnectionState.CONNECTING);
    connection.events().connecting(ChangeReason.CONNECTING);
    knock(ChangeReason.JOINED);
    return ErrorCode.OK;
  }

  /** Asks the server to be let in; the answer takes a moment. */
  void knock(ChangeReason reason) {
    joining.cancelAll();
    joining.after(connection.world().options().timings().join(), () -> arrive(reason));
  }

  private void arrive(ChangeReason reason) {
    if (!connection.isNetworkUp()) {
      reconnection.waitForNetwork();
      return;
    }
    long now = connection.world().epochMillis();
    Admission.Verdict verdict = connection.world().admission().decide(request, now);
    ChangeReason refusal = verdict.refusal();
    if (refusal == null && reason == ChangeReason.REJOINED && tokens.terms().isOver(now)) {
      refusal = ChangeReason.TOKEN_EXPIRED;
    }
    if (refusal != null) {
      fail(refusal);
    } else {
      enter(reason, verdict.terms());
    }
  }

  private void enter(ChangeReason reason, TokenTerms terms) {
    Channel channel = connection.world().channel(request.channel());
    reconnection.stop();
    become(ConnectionState.CONNECTED);
    if (reason == ChangeReason.JOINED) {
      settleIn(channel, terms);
    }
    connection.events().connected(reason);
    if (!channel.contains(connection)) {
      channel.enter(connection);
    }
    connection.reconcile(channel);
    channel.introduceAll(connection);
    statistics.start();
    tellOfTrack(reason);
  }

  private void settleIn(Channel channel, TokenTerms terms) {
    if (connection.userId().isEmpty()) {
      connection.userId(UserIds.assign(connection.world().random(), channel));
    }
    tokens.watch(request.token(), terms);
    if (!terms.mayPublish() && connection.hasOpenTrack()) {
      connection.closeTrack();
      connection.events().publicationFailed();
    }
  }

  private void tellOfTrack(ChangeReason reason) {
    if (reason == ChangeReason.JOINED && connection.hasOpenTrack()) {
      connection.events().published();
    }
  }

  /** Ends for good. Does nothing when it has ended. */
  void fail(ChangeReason reason) {
    if (state == ConnectionState.DISCONNECTED || state == ConnectionState.FAILED) {
      return;
    }
    leave();
    become(ConnectionState.FAILED);
    spent = true;
    connection.events().connectionFailure(reason);
  }

  /** Leaves; {@code onDisconnected} follows later. */
  int disconnect() {
    if (state == ConnectionState.DISCONNECTED) {
      return ErrorCode.OK;
    }
    boolean tell = state != ConnectionState.FAILED;
    leave();
    become(ConnectionState.DISCONNECTED);
    connection.callbacks().keepConnectionObserverOnly();
    if (tell) {
      Duration delay = connection.world().options().timings().leave();
      connection.world().after(delay, () -> connection.events().disconnected(ChangeReason.LEFT));
    }
    return ErrorCode.OK;
  }

  /** Takes everything down that belongs to being in a channel. */
  void leave() {
    joining.cancelAll();
    renewing.cancelAll();
    reconnection.stop();
    tokens.stop();
    statistics.stop();
    Channel channel = connection.channel();
    if (channel != null) {
      channel.leave(connection, OfflineReason.QUIT);
    }
    connection.sender().discard();
    connection.closeTrack();
    connection.forgetOthers();
  }

  /** Gives a token that replaces the one in use; the server's answer takes a moment. */
  int renew(String token) {
    if (token.isEmpty()) {
      return ErrorCode.INVALID_ARGUMENT;
    }
    if (state != ConnectionState.CONNECTED && state != ConnectionState.RECONNECTING) {
      return ErrorCode.NOT_IN_CHANNEL;
    }
    renewing.after(connection.world().options().timings().leave(), () -> judge(token));
    return ErrorCode.OK;
  }

  private void judge(String token) {
    renewing.cancelAll();
    Admission.Request renewed =
        new Admission.Request(request.appId(), token, request.channel(), request.userId());
    long now = connection.world().epochMillis();
    Admission.Verdict verdict = connection.world().admission().decide(renewed, now);
    if (verdict.refusal() != null) {
      fail(verdict.refusal());
      return;
    }
    request = renewed;
    tokens.watch(token, verdict.terms());
    if (state == ConnectionState.CONNECTED) {
      connection.events().connected(ChangeReason.TOKEN_RENEWED);
    }
  }
}
