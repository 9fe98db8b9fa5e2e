package dev.parley.spi;

import dev.parley.Tool;
import java.util.List;
import org.apiguardian.api.API;

/** Thinks about what to answer. Thread-safe: all memory is in the request. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class Brain extends Engine {
  /** For plugins. */
  protected Brain() {}

  /** Asks for a reply. Returns at once; failures come as {@link ReplyListener#onClosed}. */
  public abstract ReplyStream open(ReplyRequest request, ReplyListener listener);

  /**
   * Tools that come with this brain; the engine runs them with those of the agent. Default none.
   */
  public List<Tool> tools() {
    return List.of();
  }

  /**
   * Says what a speaker has said so far, so that slow preparations, such as looking things up, can
   * start before the turn is over.
   *
   * <p>Called when an interim has stood for {@code ReplyPolicy.stableAfter}, on the session loop;
   * must not block. The request holds the conversation with these words, no tools. By default
   * nothing.
   */
  public void anticipate(ReplyRequest request) {}

  /**
   * The engines to be tried one after another, best first: this one, unless it was made by {@link
   * #withFallback}.
   *
   * <p>Sessions choose among them: who fails is tried again or relieved where it stopped.
   */
  public List<Brain> alternatives() {
    return List.of(this);
  }

  /**
   * Returns an engine that is {@code first} as long as it works, and otherwise the next that does.
   */
  public static Brain withFallback(Brain first, Brain... others) {
    return new BrainWithFallback(first, others);
  }
}
