package dev.parley.tts;

import dev.parley.AgentException;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;

/** What differs between vendors that speak a text by HTTP. Thread-safe. */
interface HttpVoice {
  /** The type of the bodies of requests. */
  MediaType JSON = MediaType.get("application/json");

  /** How much of the body of a refusal is read. */
  long LONGEST_REFUSAL = 4_096;

  /** How a text is asked for. */
  Request.Builder request(String text);

  /** The text as it is sent, as the vendor counts it. */
  String sent(Part part);

  /** Whether to ask for a text that will probably be spoken, a moment before that is certain. */
  default boolean asksAhead() {
    return false;
  }

  /** Reads the body of a success from its start to its end; blocks. */
  void read(Response response, BodyListener listener) throws IOException;

  /** Tells what a refusal means; reads its body. */
  AgentException refused(Response response) throws IOException;
}
