package dev.parley.internal.session;

import dev.parley.TurnPolicy;
import dev.parley.internal.turn.TurnTaking;

/** Settles who decides that a turn is over, from what the agent has. */
final class Endpoints {
  private Endpoints() {}

  static TurnPolicy.Endpointing mode(AgentRecipe recipe) {
    TurnPolicy.Endpointing asked = recipe.turns().endpointing();
    if (asked != TurnPolicy.Endpointing.AUTO) {
      return asked;
    }
    boolean recogniserDecides = recipe.stt() != null && recipe.stt().capabilities().endOfTurn();
    return recogniserDecides ? TurnPolicy.Endpointing.STT : TurnPolicy.Endpointing.VAD;
  }

  static TurnTaking.Rules rules(AgentRecipe recipe) {
    return new TurnTaking.Rules(
        recipe.turns(),
        mode(recipe),
        recipe.interruptions(),
        recipe.replies(),
        recipe.turnDetector(),
        recipe.turns().agentNames());
  }
}
