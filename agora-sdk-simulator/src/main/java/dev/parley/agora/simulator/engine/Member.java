package dev.parley.agora.simulator.engine;

import dev.parley.agora.simulator.settings.NetworkConditions;
import dev.parley.agora.simulator.time.SimulatorTime;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can be in a channel: a connection of the SDK, or a simulated person. Guarded by the
 * world's lock.
 */
public abstract class Member {
  private final World world;
  private String userId = "";
  private @Nullable Channel channel;
  private boolean broadcaster;
  private boolean networkUp = true;
  private @Nullable NetworkConditions conditions;
  private String encryption = "";
  private int track;
  private boolean trackOpen;
  private SimulatorTime.@Nullable Timer departure;

  Member(World world, boolean broadcaster) {
    this.world = world;
    this.broadcaster = broadcaster;
  }

  /** Returns the world this member lives in. */
  public final World world() {
    return world;
  }

  /** Returns the user id, empty before the first join. */
  public final String userId() {
    return userId;
  }

  final void userId(String assigned) {
    userId = assigned;
  }

  final @Nullable Channel channel() {
    return channel;
  }

  final void channel(@Nullable Channel entered) {
    channel = entered;
  }

  /** Whether others see and hear this member. */
  public final boolean isBroadcaster() {
    return broadcaster;
  }

  final void broadcaster(boolean now) {
    broadcaster = now;
  }

  /** Whether the member's network works. */
  public final boolean isNetworkUp() {
    return networkUp;
  }

  final NetworkConditions conditions() {
    if (conditions != null) {
      return conditions;
    }
    return channel != null ? channel.conditions() : world.options().conditions();
  }

  /** Gives this member a network of its own. Takes the lock. */
  public final void conditions(NetworkConditions own) {
    world.run(() -> conditions = own);
  }

  final String encryption() {
    return encryption;
  }

  final void encryption(String modeAndKey) {
    encryption = modeAndKey;
  }

  /** Returns the number of the current or last track, 0 before the first. */
  final int track() {
    return track;
  }

  final boolean hasOpenTrack() {
    return trackOpen;
  }

  final void openTrack() {
    if (trackOpen) {
      return;
    }
    trackOpen = true;
    track++;
    if (channel != null) {
      channel.trackChanged(this, track == 1 ? TrackChange.STARTED : TrackChange.UNMUTED);
    }
  }

  final void closeTrack() {
    if (!trackOpen) {
      return;
    }
    trackOpen = false;
    if (channel != null) {
      channel.trackChanged(this, TrackChange.MUTED);
    }
  }

  /** Cuts the member's network. Takes the lock. */
  public final void loseNetwork(ChangeReason reason) {
    world.run(() -> cutNetwork(reason));
  }

  private void cutNetwork(ChangeReason reason) {
    if (!networkUp) {
      return;
    }
    networkUp = false;
    departure = world.after(world.options().timings().userTimeout(), this::timeOut);
    onNetworkLost(reason);
  }

  private void timeOut() {
    if (channel != null) {
      channel.leave(this, OfflineReason.DROPPED);
    }
  }

  /** Brings the member's network back. Takes the lock. */
  public final void restoreNetwork() {
    world.run(this::mendNetwork);
  }

  private void mendNetwork() {
    if (networkUp) {
      return;
    }
    networkUp = true;
    cancelDeparture();
    onNetworkRestored();
  }

  final void cancelDeparture() {
    if (departure != null) {
      departure.cancel();
      departure = null;
    }
  }

  /** Whether it can take audio that comes as fast as it was pushed. */
  abstract boolean isAiQosCapable();

  /** Sends the audio of one frame. */
  abstract void speak(long now);

  /** Hears the audio of one frame. */
  abstract void hear(long now);

  abstract void onNetworkLost(ChangeReason reason);

  abstract void onNetworkRestored();

  /** The channel ended this membership; it is no longer in the channel. */
  abstract void onEnded(ChangeReason reason);

  abstract void onJoined(Member other);

  abstract void onLeft(Member other, OfflineReason reason);

  abstract void onTrack(Member other, TrackChange change, int endedTrack);

  abstract void onAudio(AudioPacket packet, long due, boolean lost);

  abstract void onEncodedAudio(Member sender, byte[] data, int codec);

  abstract void onMessage(Member sender, byte[] data);

  abstract void onMessageLost(Member sender);

  /** Another user's audio or data cannot be read because the keys differ. */
  abstract void onUndecryptable(Member sender);
}
