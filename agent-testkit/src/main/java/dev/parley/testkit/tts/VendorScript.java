package dev.parley.testkit.tts;

import com.fasterxml.jackson.databind.JsonNode;

/** How a vendor behaves on one socket; called on the connection's thread. */
interface VendorScript {
  /** The socket is open. */
  default void opened() {}

  /** The client sent a message. */
  void message(JsonNode message);
}
