package dev.parley.testkit;

import dev.parley.ToolSpec;
import dev.parley.spi.ReplyRequest;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What a {@link ScriptedBrain} was asked.
 *
 * @param hears the last user text, tool result or instruction, with single blanks
 * @param tools the names of the tools that could be called
 * @param request the whole request
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record BrainRequest(String hears, List<String> tools, ReplyRequest request) {
  /** Copies the list. */
  public BrainRequest {
    tools = List.copyOf(tools);
  }

  static BrainRequest of(String hears, ReplyRequest request) {
    return new BrainRequest(hears, request.tools().stream().map(ToolSpec::name).toList(), request);
  }

  /** Whether this is a second attempt at that request, because the first failed. */
  public boolean isRetryOf(BrainRequest other) {
    return request.reply() == other.request.reply()
        && request.step() == other.request.step()
        && request.speculative() == other.request.speculative()
        && request.conversation().equals(other.request.conversation());
  }

  /** Tells sizes, never the words. */
  @Override
  public String toString() {
    return "BrainRequest[hears " + hears.length() + " characters, " + request + "]";
  }
}
