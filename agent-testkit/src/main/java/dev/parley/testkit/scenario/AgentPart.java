package dev.parley.testkit.scenario;

import dev.parley.InterruptionPolicy;
import dev.parley.ReplyPolicy;
import dev.parley.TurnPolicy;
import org.jspecify.annotations.Nullable;

/** How the agent is set. */
record AgentPart(
    @Nullable String greeting,
    TurnPolicy turns,
    InterruptionPolicy interruptions,
    ReplyPolicy replies) {}
