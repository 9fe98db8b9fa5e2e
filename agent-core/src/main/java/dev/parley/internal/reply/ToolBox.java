package dev.parley.internal.reply;

import dev.parley.Tool;
import dev.parley.ToolCall;
import dev.parley.ToolEvent;
import dev.parley.ToolInvocation;
import dev.parley.ToolSpec;
import dev.parley.internal.conversation.Conversation.CallEntry;
import dev.parley.internal.event.Events;
import dev.parley.internal.loop.SessionLoop;
import dev.parley.spi.PluginContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tools of a session and those that are running. Every call gets exactly one result. On the
 * session loop.
 */
public final class ToolBox {
  private final SessionLoop loop;
  private final Events events;
  private final PluginContext context;
  private final Map<String, Tool> tools = new LinkedHashMap<>();
  private final List<ToolRun> running = new ArrayList<>();

  /** Creates it; of two tools with one name the first counts. */
  public ToolBox(SessionLoop loop, Events events, PluginContext context, List<Tool> tools) {
    this.loop = loop;
    this.events = events;
    this.context = context;
    tools.forEach(tool -> this.tools.putIfAbsent(tool.spec().name(), tool));
  }

  List<ToolSpec> specs() {
    return tools.values().stream().map(Tool::spec).toList();
  }

  /** Whether any tool of any reply is running. */
  public boolean isBusy() {
    return !running.isEmpty();
  }

  /**
   * The specification of a tool that must be confirmed before it may run with this call, or null.
   */
  @Nullable ToolSpec toConfirm(ToolCall call) {
    Tool tool = tools.get(call.tool());
    return tool != null && tool.spec().confirm() && problem(call) == null ? tool.spec() : null;
  }

  /**
   * Runs a tool, or answers at once what is wrong with the call.
   *
   * @param whenEnded runs on the loop when the result is in the entry; never within this call
   */
  ToolRun start(
      ToolCall call, CallEntry entry, @Nullable String who, int turn, Runnable whenEnded) {
    var run = new ToolRun(this, call, entry, whenEnded);
    String problem = problem(call);
    Tool tool = tools.get(call.tool());
    if (problem != null || tool == null) {
      run.refuse(problem == null ? call.tool() + " unknown" : problem);
      return run;
    }
    running.add(run);
    events.emit(new ToolEvent.Started(events.at(), call.tool(), call.id()));
    run.start(
        tool, new ToolInvocation(call, who, turn, context.sessionId() + "/" + call.id(), context));
    return run;
  }

  private @Nullable String problem(ToolCall call) {
    Tool tool = tools.get(call.tool());
    if (tool == null) {
      return call.tool() + " unknown";
    }
    if (call.problem() != null) {
      return call.tool() + " needs valid arguments: " + call.problem();
    }
    for (String name : tool.spec().required()) {
      if (call.arguments().get(name) == null) {
        return call.tool() + " needs " + name;
      }
    }
    return null;
  }

  /** Calls off all that is running. */
  public void cancelAll() {
    List.copyOf(running).forEach(ToolRun::cancel);
  }

  void ended(ToolRun run, ToolEvent.Outcome outcome) {
    if (running.remove(run)) {
      events.emit(new ToolEvent.Ended(events.at(), run.call().tool(), run.call().id(), outcome));
    }
  }

  SessionLoop loop() {
    return loop;
  }

  Events events() {
    return events;
  }
}
