/**
 * The control side of the simulator: opens a simulated Agora, puts people into its channels, drives
 * faults, and says what the code under test did wrong. Start at {@link
 * dev.parley.agora.simulator.SimulatedAgora}.
 */
@NullMarked
package dev.parley.agora.simulator;

import org.jspecify.annotations.NullMarked;
