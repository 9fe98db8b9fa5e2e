package dev.parley.brain.langchain4j;

import dev.langchain4j.invocation.LangChain4jManaged;
import dev.parley.ToolInvocation;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * For whom a tool runs. A {@code @Tool} method that has a parameter of this type is given it; the
 * model does not see the parameter. Immutable.
 *
 * @param sessionId the session's id
 * @param participant the id of who was answered, or null when the application asked
 * @param turn the number of the turn that was answered, 0 when the application asked
 * @param idempotencyKey the same when the same call is run again
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record CallerContext(
    String sessionId, @Nullable String participant, int turn, String idempotencyKey)
    implements LangChain4jManaged {
  static CallerContext of(ToolInvocation invocation) {
    return new CallerContext(
        invocation.context().sessionId(),
        invocation.who(),
        invocation.turn(),
        invocation.idempotencyKey());
  }
}
