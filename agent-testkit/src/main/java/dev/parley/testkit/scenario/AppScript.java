package dev.parley.testkit.scenario;

import dev.parley.AgentEvent;
import dev.parley.AgentListener;
import dev.parley.AgentSession;
import dev.parley.testkit.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The application of a run: acts at certain times and within callbacks. */
final class AppScript implements AgentListener {
  private final AgentSession session;
  private final Scenario scenario;
  private final List<AppAction> waiting = new ArrayList<>();
  private final List<Promise> promises = new ArrayList<>();
  private boolean throwsNext;

  private record Promise(String call, CompletionStage<?> stage) {}

  AppScript(AgentSession session, Scenario scenario) {
    this.session = session;
    this.scenario = scenario;
    scenario.parts().app().stream().filter(action -> action.on() != null).forEach(waiting::add);
  }

  /**
   * Sets what happens at certain times. Roles that hold from the beginning hold before anything
   * happens.
   */
  void begin(ManualClock clock) {
    for (RoleChange change : scenario.parts().people().roles()) {
      if (change.at().isZero()) {
        session.role(change.who(), change.role());
      } else {
        clock.input(change.at(), () -> session.role(change.who(), change.role()));
      }
    }
    for (AppAction action : scenario.parts().app()) {
      Duration at = action.at();
      if (at != null) {
        clock.input(at, () -> act(action));
      }
    }
  }

  @Override
  public void onEvent(AgentEvent event) {
    if (!waiting.isEmpty()) {
      actOn(LoggedEvent.of(event));
    }
    if (throwsNext) {
      throwsNext = false;
      throw new IllegalStateException("the scenario lets the listener throw at " + event.name());
    }
  }

  private void actOn(LoggedEvent event) {
    for (AppAction action : List.copyOf(waiting)) {
      EventPattern on = action.on();
      if (on != null && on.matches(event, scenario.parts().expect().tolerance())) {
        waiting.remove(action);
        act(action);
      }
    }
  }

  private void act(AppAction action) {
    switch (action.does()) {
      case INTERRUPT -> promised("interrupt", session.interrupt());
      case CLOSE -> session.close();
      case SAY -> promised("say", session.say(action.text(), action.policy()));
      case ASK -> promised("ask", session.ask(action.text()));
      case TEXT -> session.text(action.who(), action.text());
      case COMMIT_TURN -> promised("commitTurn", session.commitTurn(action.who()));
      case CLEAR_TURN -> session.clearTurn(action.who());
      case HOLD -> session.hold();
      case RESUME -> session.resume();
      case THROW -> throwsNext = true;
    }
  }

  private void promised(String call, CompletionStage<?> stage) {
    promises.add(new Promise(call, stage));
  }

  /** Which calls of the session have promised an answer and not given it. */
  List<String> unkeptPromises() {
    return promises.stream()
        .filter(each -> !each.stage().toCompletableFuture().isDone())
        .map(Promise::call)
        .toList();
  }
}
