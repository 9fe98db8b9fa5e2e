package dev.parley.agora.simulator.engine;

import dev.parley.agora.simulator.settings.NetworkConditions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A room: who is in it, and what travels between them. Guarded by the world's lock. */
public final class Channel {
  private static final Duration OVERTAKEN_BY = Duration.ofMillis(40);

  private final World world;
  private final String name;
  private final List<Member> members = new ArrayList<>();
  private NetworkConditions conditions;

  Channel(World world, String name) {
    this.world = world;
    this.name = name;
    conditions = world.options().conditions();
  }

  /** Returns the name. */
  public String name() {
    return name;
  }

  /** Returns the world this channel is in. */
  public World world() {
    return world;
  }

  NetworkConditions conditions() {
    return conditions;
  }

  /** Sets the network of members who have none of their own. Takes the lock. */
  public void conditions(NetworkConditions now) {
    world.run(() -> conditions = now);
  }

  /** Returns who is in the channel. Takes the lock. */
  public List<Member> members() {
    return world.locked(() -> List.copyOf(members));
  }

  /** Returns a member by user id. Takes the lock. */
  public Optional<Member> member(String userId) {
    return members().stream().filter(member -> member.userId().equals(userId)).findFirst();
  }

  boolean isInUse() {
    return !members.isEmpty();
  }

  boolean contains(Member member) {
    return members.contains(member);
  }

  /** Lets a member in, who has a user id by now; ends an older membership with the same one. */
  void enter(Member member) {
    if (!world.options().sameUidShares()) {
      member(member.userId()).ifPresent(older -> end(older, ChangeReason.SAME_UID));
    }
    members.add(member);
    member.channel(this);
    world.heartbeat().ensureBeating();
    if (member.isBroadcaster()) {
      announce(member);
    }
  }

  /** Tells a member who has just come in, or come back, who is there. */
  void introduceAll(Member newcomer) {
    for (Member other : others(newcomer)) {
      if (other.isBroadcaster()) {
        introduce(other, newcomer);
      }
    }
  }

  private void announce(Member member) {
    others(member).forEach(other -> introduce(member, other));
  }

  private static void introduce(Member member, Member to) {
    if (!to.isNetworkUp()) {
      return;
    }
    to.onJoined(member);
    if (member.hasOpenTrack()) {
      to.onTrack(member, TrackChange.STARTED, 0);
    }
  }

  /** Takes a member out. */
  void leave(Member member, OfflineReason reason) {
    if (!members.remove(member)) {
      return;
    }
    member.cancelDeparture();
    if (member.isBroadcaster()) {
      dismiss(member, reason);
    }
    member.channel(null);
  }

  private void dismiss(Member member, OfflineReason reason) {
    for (Member other : reachable(member)) {
      if (member.hasOpenTrack()) {
        other.onTrack(member, TrackChange.GONE, member.track());
      }
      other.onLeft(member, reason);
    }
  }

  /** Takes a member out against its will. */
  void end(Member member, ChangeReason reason) {
    leave(member, OfflineReason.QUIT);
    member.onEnded(reason);
  }

  /** Lets others see a member from now on, or not any more. */
  void roleChanged(Member member, boolean broadcaster) {
    if (member.isBroadcaster() == broadcaster) {
      return;
    }
    if (broadcaster) {
      member.broadcaster(true);
      announce(member);
    } else {
      dismiss(member, OfflineReason.BECAME_AUDIENCE);
      member.broadcaster(false);
    }
  }

  void trackChanged(Member member, TrackChange change) {
    int track = member.track();
    if (member.isBroadcaster()) {
      travel(member, other -> other.onTrack(member, change, track));
    }
  }

  void send(AudioPacket packet) {
    Member sender = packet.sender();
    if (!sender.isNetworkUp() || !sender.isBroadcaster()) {
      return;
    }
    NetworkConditions network = sender.conditions();
    long delay = network.latency().plus(network.jitter()).toNanos();
    long due = world.time().nanoTime() + delay;
    for (Member other : reachable(sender)) {
      if (isReadable(sender, other)) {
        other.onAudio(packet, due, isLost(network));
      }
    }
  }

  void sendEncoded(Member sender, byte[] data, int codec) {
    if (sender.isBroadcaster()) {
      travel(sender, other -> other.onEncodedAudio(sender, data, codec));
    }
  }

  void sendMessage(Member sender, byte[] data) {
    if (!sender.isNetworkUp()) {
      return;
    }
    for (Member other : reachable(sender)) {
      if (isReadable(sender, other)) {
        sendMessage(sender, other, data);
      }
    }
  }

  private void sendMessage(Member sender, Member to, byte[] data) {
    NetworkConditions network = sender.conditions();
    Duration delay = network.latency().plus(share(network.jitter()));
    if (isLost(network)) {
      deliver(delay, to, () -> to.onMessageLost(sender));
      return;
    }
    if (world.random().nextDouble() < network.reorder()) {
      delay = delay.plus(OVERTAKEN_BY);
    }
    deliver(delay, to, () -> to.onMessage(sender, data));
  }

  private void travel(Member sender, Consumer<Member> arrival) {
    if (!sender.isNetworkUp()) {
      return;
    }
    Duration delay = sender.conditions().latency();
    for (Member other : reachable(sender)) {
      if (isReadable(sender, other)) {
        deliver(delay, other, () -> arrival.accept(other));
      }
    }
  }

  private void deliver(Duration delay, Member to, Runnable arrival) {
    if (delay.isZero()) {
      arrival.run();
      return;
    }
    world.after(delay, () -> arriveIfReachable(to, arrival));
  }

  private void arriveIfReachable(Member to, Runnable arrival) {
    if (to.isNetworkUp() && members.contains(to)) {
      arrival.run();
    }
  }

  private boolean isReadable(Member sender, Member other) {
    if (sender.encryption().equals(other.encryption())) {
      return true;
    }
    other.onUndecryptable(sender);
    return false;
  }

  private boolean isLost(NetworkConditions network) {
    return network.loss() > 0 && world.random().nextDouble() < network.loss();
  }

  private Duration share(Duration jitter) {
    return Duration.ofNanos((long) (jitter.toNanos() * world.random().nextDouble()));
  }

  private List<Member> others(Member member) {
    return members.stream().filter(other -> other != member).toList();
  }

  private List<Member> reachable(Member member) {
    return members.stream().filter(other -> other != member && other.isNetworkUp()).toList();
  }

  void tick(long now) {
    List<Member> present = List.copyOf(members);
    present.forEach(member -> member.speak(now));
    present.forEach(member -> member.hear(now));
  }
}
