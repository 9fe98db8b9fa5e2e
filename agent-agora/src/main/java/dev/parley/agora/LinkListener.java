package dev.parley.agora;

/** What becomes of a {@link Link}. Called in the room's lane. */
interface LinkListener {
  /** It is in the channel, for the first time or again; also when the token was renewed. */
  void onConnected(Link link, int reason);

  /** It is out of the channel and tries to get back by itself. */
  void onReconnecting(Link link, ChangeReason reason);

  /** It is out of the channel for good; may come more than once. */
  void onEnded(Link link, ChangeReason reason);

  /** Its token ends soon, or has ended. */
  void onTokenEnding(Link link);
}
