package dev.parley.testkit.scenario;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the conversation.
 *
 * @param kind {@code user}, {@code agent}, {@code call} or {@code result}
 * @param text what was said, the tool's name, or its result
 * @param who the speaker of a user's entry; null: not compared
 * @param interrupted whether an agent's entry was cut
 * @param id of a call or result; null: not compared
 * @param arguments of a call; null: not compared
 */
record HistoryPattern(
    int line,
    String kind,
    String text,
    @Nullable String who,
    boolean interrupted,
    @Nullable String id,
    @Nullable Map<String, @Nullable Object> arguments) {}
