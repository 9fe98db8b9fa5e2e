package dev.parley.brain.langchain4j;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * All that the replies of a brain have in common. Immutable.
 *
 * @param firstToken how long the model may be silent before its first sign
 * @param betweenTokens how long it may be silent afterwards
 * @param refusal what is said when a guardrail refuses
 * @param holdCharacters how much the output guard may hold back
 * @param holdTime for how long it may
 */
record Recipe(
    String name,
    ModelCalls model,
    Composer composer,
    @Nullable Retrieval retrieval,
    OutputScreen outputScreen,
    @Nullable OutputGuard outputGuard,
    int holdCharacters,
    Duration holdTime,
    Duration firstToken,
    Duration betweenTokens,
    Accounts accounts,
    String refusal) {}
