package dev.parley.agora;

import dev.parley.AgentEvent;
import dev.parley.SessionClock;
import dev.parley.audio.AudioFrame;
import dev.parley.spi.PluginMetric;
import dev.parley.spi.RoomListener;
import org.jspecify.annotations.Nullable;

/** Hears the people in the channel, on the connection that counts now. In the lane. */
final class Hearing implements PeopleListener {
  private static final int REFUSALS_A_METRIC = 100;

  private final Lane lane;
  private final RoomListener listener;
  private final People people;
  private final RoomMessages messages;
  private @Nullable Link link;
  private boolean open;
  private long framesRefused;

  Hearing(SessionClock clock, Lane lane, Outbox outbox, MessageForm form, RoomListener listener) {
    this.lane = lane;
    this.listener = listener;
    this.people = new People(clock, lane, listener);
    this.messages = new RoomMessages(outbox, form, listener);
  }

  /** From now on this connection counts, and no other. */
  void listenTo(Link now) {
    link = now;
  }

  /** The agent is in: the listener hears from now on. */
  void open() {
    open = true;
    people.open();
  }

  /** The connection is a new one: whoever left in between is told of a little later. */
  void callRoll() {
    people.callRoll();
  }

  /** Shows an event to the people. */
  void publish(AgentEvent event) {
    messages.publish(event);
  }

  /** Nothing is heard any more. */
  void close() {
    open = false;
    link = null;
    people.close();
  }

  @Override
  public void onJoined(Link from, String uid) {
    if (from == link) {
      people.joined(uid);
    }
  }

  @Override
  public void onLeft(Link from, String uid) {
    if (from == link) {
      people.left(uid);
      messages.left(uid);
    }
  }

  @Override
  public void onMuted(Link from, String uid, boolean muted) {
    if (from == link) {
      people.muted(uid, muted);
    }
  }

  @Override
  public void onAudio(Link from, String uid, AudioFrame frame) {
    if (from == link && open && people.sounds(uid)) {
      listener.onAudio(uid, frame);
      countRefusals();
    }
  }

  private void countRefusals() {
    long refused = lane.refused();
    if (refused - framesRefused >= REFUSALS_A_METRIC) {
      framesRefused = refused;
      listener.onMetric(new PluginMetric("agora.frames.refused", refused));
    }
  }

  @Override
  public void onMessage(Link from, String uid, byte[] data) {
    if (from == link && open && people.isPresent(uid)) {
      messages.received(uid, data);
    }
  }
}
