package dev.parley.tts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.AgentException;
import dev.parley.spi.TtsRequest;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** How one vendor is spoken with on one connection. All calls come in the line's serial context. */
interface Protocol {
  /** The upgrade succeeded; whoever has a ready message waits for it. */
  default void opened() {}

  /** A message came. */
  void message(JsonNode message);

  /** Bytes came. */
  default void bytes(ByteString bytes) {}

  /** The text as it is sent, as the vendor counts it. Called on any thread. */
  default String sent(Part part) {
    return part.text();
  }

  /** Begins a reply on this connection, which is ready; tells the listener when it takes text. */
  Talk begin(TtsRequest request, SynthesisListener listener);

  /** Tells what the end of the connection means for replies that are under way. */
  AgentException failureOf(Ending ending);

  /** What is sent before the connection is closed by us; null: nothing. */
  default @Nullable JsonNode farewell() {
    return null;
  }
}
