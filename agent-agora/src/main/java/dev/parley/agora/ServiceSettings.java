package dev.parley.agora;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What holds for all connections of a process. */
record ServiceSettings(
    String appId, AgoraScenario scenario, boolean stringUids, @Nullable Path logFile) {}
