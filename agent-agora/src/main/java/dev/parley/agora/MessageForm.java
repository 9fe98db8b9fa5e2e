package dev.parley.agora;

import dev.parley.AgentEvent;
import java.util.List;

/** How clients are told of events: what is said of one, and in which packets. In the lane. */
interface MessageForm {
  /** Returns what is to be said of an event; empty: nothing. */
  List<Outgoing> of(AgentEvent event);

  /** Whether a message of so many bytes can be sent at all. */
  boolean fits(int bytes);

  /** Returns the packets of a message that {@linkplain #fits fits}. */
  List<byte[]> packets(int number, byte[] json);
}
