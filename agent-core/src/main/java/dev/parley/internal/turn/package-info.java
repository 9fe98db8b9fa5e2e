/** Turn-taking: when a turn is over, and who may take the floor from the agent. */
@NullMarked
package dev.parley.internal.turn;

import org.jspecify.annotations.NullMarked;
