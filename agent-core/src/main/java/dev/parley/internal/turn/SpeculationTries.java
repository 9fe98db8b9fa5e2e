package dev.parley.internal.turn;

import dev.parley.Cancellable;
import dev.parley.ConversationItem;
import dev.parley.internal.reply.Guess;
import dev.parley.internal.text.Words;
import dev.parley.internal.voice.SpeechText;
import dev.parley.spi.Participant;
import java.util.ArrayList;

/**
 * Decides when it is worth preparing for, and thinking about, a turn that may not be over. On the
 * session loop.
 */
final class SpeculationTries {
  /** Below it, the detector takes the thought for unfinished. */
  private static final double LIKELY = 0.5;

  private final Scene scene;
  private final Participant participant;
  private Cancellable stable = Cancellable.NONE;
  private String waitingFor = "";
  private int tries;

  SpeculationTries(Scene scene, Participant participant) {
    this.scene = scene;
    this.participant = participant;
  }

  /** A turn begins. */
  void begin() {
    tries = 0;
    waitingFor = "";
    stable.cancel();
  }

  /** What was understood of the turn has changed, if only in punctuation. */
  void changed(Turn turn, boolean mayAnswer) {
    if (!mayAnswer) {
      return;
    }
    String text = turn.text();
    if (Words.same(text, waitingFor)) {
      waitingFor = text;
      return;
    }
    if (!scene.replies().speculatesOn(turn.number(), text)) {
      scene.replies().discardSpeculation();
    }
    stable.cancel();
    waitingFor = text;
    stable = scene.loop().schedule(scene.replyPolicy().stableAfter(), () -> tryIt(turn));
  }

  void stop() {
    stable.cancel();
    waitingFor = "";
  }

  private void tryIt(Turn turn) {
    String text = turn.text();
    if (!Words.same(text, waitingFor) || turn.entry() != null || text.isBlank()) {
      return;
    }
    var conversation = new ArrayList<>(scene.conversation().items());
    conversation.add(new ConversationItem.UserTurn(participant.id(), participant.name(), text));
    var guess = new Guess(text, conversation);
    scene.replies().anticipate(guess);
    boolean may =
        scene.replyPolicy().speculation() && tries < scene.replyPolicy().maxSpeculations();
    if (may && looksFinished(turn)) {
      tries++;
      scene.replies().speculate(turn.number(), participant.id(), guess);
    }
  }

  private boolean looksFinished(Turn turn) {
    if (scene.detector() != null) {
      return turn.probability() >= LIKELY;
    }
    return SpeechText.endsSentence(turn.text());
  }
}
