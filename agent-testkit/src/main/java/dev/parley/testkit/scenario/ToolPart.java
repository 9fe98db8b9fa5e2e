package dev.parley.testkit.scenario;

import dev.parley.ToolSpec;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A tool of the agent.
 *
 * @param failure the text of the exception it ends with; null: it returns
 */
record ToolPart(ToolSpec spec, Duration takes, String returns, @Nullable String failure) {}
