package dev.parley;

import dev.parley.spi.PluginContext;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One run of a tool. Immutable.
 *
 * @param call what the model asked for
 * @param who the id of the participant who was answered, or null when the application asked
 * @param turn the number of the turn that was answered, 0 when the application asked
 * @param idempotencyKey the same when the same call is run again: session and call id
 * @param context what the session lends
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ToolInvocation(
    ToolCall call, @Nullable String who, int turn, String idempotencyKey, PluginContext context) {
  /** Checks that nothing is missing. */
  public ToolInvocation {
    Objects.requireNonNull(call, "call");
    Objects.requireNonNull(idempotencyKey, "idempotencyKey");
    Objects.requireNonNull(context, "context");
  }
}
