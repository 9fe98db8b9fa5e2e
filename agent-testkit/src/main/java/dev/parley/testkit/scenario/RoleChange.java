package dev.parley.testkit.scenario;

import dev.parley.Role;
import java.time.Duration;

/** What somebody's speech counts for from a certain time on. */
record RoleChange(Duration at, String who, Role role) {}
