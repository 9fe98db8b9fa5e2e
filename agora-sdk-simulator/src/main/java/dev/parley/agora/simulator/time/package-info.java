/** Simulated and real time. */
@NullMarked
package dev.parley.agora.simulator.time;

import org.jspecify.annotations.NullMarked;
