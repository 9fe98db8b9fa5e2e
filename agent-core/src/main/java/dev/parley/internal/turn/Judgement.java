package dev.parley.internal.turn;

import dev.parley.spi.Participant;
import dev.parley.spi.TurnDetector;
import dev.parley.spi.TurnQuery;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks the turn detector, if there is one, how likely a turn is finished. On the session loop. */
final class Judgement {
  private final Scene scene;
  private final Participant participant;
  private final Consumer<Turn> judged;

  /**
   * Creates it.
   *
   * @param judged hears that there is a verdict on a turn
   */
  Judgement(Scene scene, Participant participant, Consumer<Turn> judged) {
    this.scene = scene;
    this.participant = participant;
    this.judged = judged;
  }

  /** The turn's text has changed: an earlier verdict counts no more. */
  void consider(Turn turn) {
    TurnDetector detector = scene.detector();
    if (detector == null) {
      return;
    }
    turn.probability(Double.NaN);
    String text = turn.text();
    var query = new TurnQuery(participant, text, scene.conversation().items(), scene.context());
    detector
        .judge(query)
        .whenComplete((verdict, failure) -> onLoop(() -> take(turn, text, verdict, failure)));
  }

  /** A verdict that is there at once counts at once. */
  private void onLoop(Runnable task) {
    if (scene.loop().isInLoop()) {
      task.run();
    } else {
      scene.loop().execute(task);
    }
  }

  private void take(
      Turn turn, String text, @Nullable Double probability, @Nullable Throwable failure) {
    if (turn.text().equals(text)) {
      turn.probability(probability == null ? Double.NaN : probability);
    }
    if (failure != null) {
      scene.events().failure("detector", failure);
    }
    judged.accept(turn);
  }
}
