package dev.parley.spi;

import dev.parley.ToolCall;
import org.apiguardian.api.API;

/** Receives a reply as it is thought. May be called on any thread, one call at a time. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class ReplyListener extends StreamListener {
  /** For subclasses. */
  protected ReplyListener() {}

  /** The next bit of text, as the model produced it; bits joined give the text. */
  public void onText(String text) {}

  /** The model wants a tool run. The engine runs it and asks again with the result. */
  public void onToolCall(ToolCall call) {}

  /**
   * The brain ends the conversation: when this reply has been heard, or was interrupted, the
   * session closes.
   *
   * @param reason in words, for the session's last event
   */
  public void onLastReply(String reason) {}

  /** What the reply cost, at its end. */
  public void onUsage(Usage usage) {}
}
