package dev.parley.agora.simulator.engine;

import io.agora.rtc.AgoraLocalUser;
import io.agora.rtc.AgoraRtcConn;
import io.agora.rtc.Constants;
import io.agora.rtc.RtcConnInfo;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A connection of the SDK as a member of a channel: its state, and the parts that send, receive and
 * watch. Guarded by the world's lock.
 */
public final class Connection extends Member {
  private final ServiceSession service;
  private final ConnectionSettings settings;
  private final int id;
  private final ApiGuard guard;
  private final Callbacks callbacks;
  private final ConnectionEvents events;
  private final AudioSender sender;
  private final AudioReceiver receiver;
  private final DataSender data;
  private final Membership membership;
  private final Set<Member> known = new HashSet<>();
  private @Nullable AgoraRtcConn api;
  private @Nullable AgoraLocalUser localUser;
  private boolean aiQosAsked;
  private boolean encryptionErrorTold;

  Connection(World world, ServiceSession service, ConnectionSettings settings) {
    super(world, settings.broadcaster());
    this.service = service;
    this.settings = settings;
    id = world.nextConnectionId();
    guard = new ApiGuard(world, name());
    callbacks = new Callbacks(world, name());
    events = new ConnectionEvents(this, callbacks);
    sender = new AudioSender(this, settings);
    receiver = new AudioReceiver(this, settings.autoSubscribe());
    data = new DataSender(this);
    membership = new Membership(this);
  }

  /** Tells which objects the callbacks are given. Called once, before anything else. */
  public void attach(AgoraRtcConn conn, AgoraLocalUser user) {
    api = conn;
    localUser = user;
  }

  AgoraRtcConn api() {
    return Objects.requireNonNull(api, "api");
  }

  AgoraLocalUser localUser() {
    return Objects.requireNonNull(localUser, "localUser");
  }

  /** Returns what violations call this connection. */
  public String name() {
    return "AgoraRtcConn#" + id;
  }

  int id() {
    return id;
  }

  /** Returns what stands before its methods. */
  public ApiGuard guard() {
    return guard;
  }

  Callbacks callbacks() {
    return callbacks;
  }

  ConnectionEvents events() {
    return events;
  }

  ServiceSession service() {
    return service;
  }

  ConnectionSettings settings() {
    return settings;
  }

  AudioSender sender() {
    return sender;
  }

  AudioReceiver receiver() {
    return receiver;
  }

  DataSender data() {
    return data;
  }

  Membership membership() {
    return membership;
  }

  TokenTerms terms() {
    return membership.tokens().terms();
  }

  /** Returns the state. Takes the lock. */
  public ConnectionState state() {
    return world().locked(membership::state);
  }

  /** Returns the channel it was last connected to, empty before. */
  public String channelName() {
    return membership.channelName();
  }

  boolean hasLeft() {
    return membership.hasLeft();
  }

  RtcConnInfo info() {
    RtcConnInfo info = new RtcConnInfo();
    info.setId(id);
    info.setChannelId(channelName());
    info.setState(state().number());
    info.setLocalUserId(userId());
    info.setInternalUid(UserIds.isNumber(userId()) ? Integer.parseUnsignedInt(userId()) : id);
    return info;
  }

  /** Ends the connection as the server does when it kicks a user. Takes the lock. */
  public void kick(ChangeReason reason) {
    world().run(() -> endByServer(reason));
  }

  private void endByServer(ChangeReason reason) {
    Channel joined = channel();
    if (joined == null) {
      membership.fail(reason);
    } else {
      joined.end(this, reason);
    }
  }

  /** Lets the token end at another time than it says. Takes the lock. */
  public void expireTokenIn(Duration left) {
    world().run(() -> membership.tokens().endIn(left));
  }

  /** Returns how much pushed audio waits inside the SDK. Takes the lock. */
  public Duration queuedAudio() {
    return world().locked(sender::queued);
  }

  /** Returns how many pushes were accepted and went nowhere. Takes the lock. */
  public long pushesLost() {
    return world().locked(sender::pushesLost);
  }

  /** Returns the scenario, which may have changed since the start. Takes the lock. */
  public int scenario() {
    return world().locked(sender::scenario);
  }

  /** Returns how many callbacks were dropped because the code under test was too slow. */
  public long callbacksRefused() {
    return callbacks.refused();
  }

  /** Sends in another scenario from now on. Takes the lock. */
  public void changeScenario(int scenario) {
    world().run(() -> sender.scenario(scenario));
  }

  /** Changes the role. */
  void changeRole(int role) {
    boolean broadcasting = role == Constants.CLIENT_ROLE_BROADCASTER;
    Channel joined = channel();
    if (joined == null) {
      broadcaster(broadcasting);
      return;
    }
    if (broadcasting && !terms().mayPublish()) {
      events.roleNotChanged();
      return;
    }
    int before = role();
    joined.roleChanged(this, broadcasting);
    events.roleChanged(before, role);
  }

  int role() {
    return isBroadcaster() ? Constants.CLIENT_ROLE_BROADCASTER : Constants.CLIENT_ROLE_AUDIENCE;
  }

  /** Tells of everyone who left while the network was away. */
  void reconcile(Channel joined) {
    for (Member gone : Set.copyOf(known)) {
      if (!joined.contains(gone) || !gone.isBroadcaster()) {
        onLeft(gone, OfflineReason.QUIT);
      }
    }
  }

  void forgetOthers() {
    known.clear();
    receiver.forgetAll();
  }

  @Override
  boolean isAiQosCapable() {
    int scenario = sender.scenario();
    return scenario == Constants.AUDIO_SCENARIO_AI_SERVER
        || scenario == Constants.AUDIO_SCENARIO_AI_CLIENT;
  }

  @Override
  void speak(long now) {
    sender.tick();
  }

  @Override
  void hear(long now) {
    receiver.tick(now);
  }

  @Override
  void onNetworkLost(ChangeReason reason) {
    membership.reconnection().networkLost(reason);
  }

  @Override
  void onNetworkRestored() {
    membership.reconnection().networkRestored();
  }

  @Override
  void onEnded(ChangeReason reason) {
    membership.fail(reason);
  }

  @Override
  void onJoined(Member other) {
    known.add(other);
    events.userJoined(other.userId());
    askForScenario(other);
  }

  private void askForScenario(Member other) {
    boolean aiServer = sender.scenario() == Constants.AUDIO_SCENARIO_AI_SERVER;
    if (aiServer && !aiQosAsked && !other.isAiQosCapable()) {
      aiQosAsked = true;
      events.aiQosCapabilityMissing();
    }
  }

  @Override
  void onLeft(Member other, OfflineReason reason) {
    known.remove(other);
    receiver.forget(other);
    events.userLeft(other.userId(), reason);
  }

  @Override
  void onTrack(Member other, TrackChange change, int endedTrack) {
    if (change == TrackChange.MUTED || change == TrackChange.GONE) {
      receiver.trackEnded(other, endedTrack);
    }
    if (change == TrackChange.STARTED && receiver.subscriptions().wants(other.userId())) {
      events.trackSubscribed(other.userId());
    }
    events.track(other.userId(), change);
  }

  @Override
  void onAudio(AudioPacket packet, long due, boolean lost) {
    receiver.onAudio(packet, due, lost);
  }

  @Override
  void onEncodedAudio(Member from, byte[] encoded, int codec) {
    if (settings.receivesEncoded() && receiver.subscriptions().wants(from.userId())) {
      receiver.onEncodedAudio(from.userId(), encoded, codec);
    }
  }

  @Override
  void onMessage(Member from, byte[] message) {
    events.message(from.userId(), message);
  }

  @Override
  void onMessageLost(Member from) {
    events.messageLost(from.userId());
  }

  @Override
  void onUndecryptable(Member from) {
    if (!encryptionErrorTold) {
      encryptionErrorTold = true;
      events.encryptionError();
    }
  }
}
