package dev.parley.internal.reply;

import dev.parley.Tool;
import dev.parley.ToolSpec;
import dev.parley.internal.failover.Alternatives;
import dev.parley.internal.loop.SessionLoop;
import dev.parley.spi.Brain;
import dev.parley.spi.Participant;
import dev.parley.spi.PluginContext;
import dev.parley.spi.ReplyRequest;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * What every request to the brains of a session has in common.
 *
 * @param brains best first
 * @param instructions the system message, asked for each request
 * @param participants who is in the room, asked for each request
 * @param timeout how long a brain may be silent
 * @param jitter by how much pauses between attempts vary, 0 to 1
 */
public record Thinker(
    SessionLoop loop,
    Alternatives<Brain> brains,
    Supplier<String> instructions,
    Supplier<List<Participant>> participants,
    PluginContext context,
    Duration timeout,
    double jitter) {
  /** The brains in the order in which they are asked now. */
  List<Brain> inOrder() {
    return brains.inOrder(loop.now());
  }

  ReplyRequest.Builder newRequest() {
    return ReplyRequest.builder(context)
        .instructions(instructions.get())
        .participants(participants.get());
  }

  /** Tells the first brain what a speaker has said so far. */
  void anticipate(int reply, Guess guess) {
    inOrder()
        .get(0)
        .anticipate(
            newRequest()
                .number(reply, 0)
                .speculative(true)
                .conversation(guess.conversation())
                .build());
  }

  /** The tools that come with the brains, each name once. */
  List<Tool> tools() {
    return inOrder().get(0).tools();
  }

  static List<ToolSpec> specs(List<Tool> tools) {
    return tools.stream().map(Tool::spec).toList();
  }
}
