package dev.parley.web;

import org.jspecify.annotations.Nullable;

/** What a page tells the server in JSON; its voice comes in binary messages beside these. */
sealed interface FromPage {
  /**
   * The first message of every connection.
   *
   * @param room as in the link, or null for the default room
   * @param token as in the link
   * @param resume what {@code joined} gave on an earlier connection
   * @param after the number of the last event that the page has drawn, 0 for none
   */
  record Hello(@Nullable String room, @Nullable String token, @Nullable String resume, long after)
      implements FromPage {}

  /** Wants to be in the room under this name; blank leaves the choice to the server. */
  record Join(String name) implements FromPage {}

  /** Has opened the microphone, whose samples follow at this rate, or closed it. */
  record Mic(boolean open, int sampleRateHz) implements FromPage {}

  /** Says something in writing. */
  record Text(String text) implements FromPage {}

  /** Pressed the talk button, or let it go. */
  record Talk(boolean pressed) implements FromPage {}

  /** Wants to be called something else. */
  record Rename(String name) implements FromPage {}

  /**
   * Has played so much of the agent's voice.
   *
   * @param epoch the number of the last {@code flush}, 0 before the first
   * @param samples since then
   * @param flushed whether it answers the {@code flush} that ended the epoch
   */
  record Played(int epoch, long samples, boolean flushed) implements FromPage {}

  /** Asks whether the server is there. */
  record Ping() implements FromPage {}
}
