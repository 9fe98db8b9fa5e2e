package dev.parley.agora;

import dev.parley.audio.AudioFrame;

/** What the people in the channel of a {@link Link} do. Called in the room's lane. */
interface PeopleListener {
  /** Somebody is there; may come again for the same. */
  void onJoined(Link link, String uid);

  void onLeft(Link link, String uid);

  void onMuted(Link link, String uid, boolean muted);

  void onAudio(Link link, String uid, AudioFrame frame);

  void onMessage(Link link, String uid, byte[] data);
}
