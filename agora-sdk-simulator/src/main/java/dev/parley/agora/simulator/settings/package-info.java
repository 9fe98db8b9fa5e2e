/** How the simulated Agora behaves. */
@NullMarked
package dev.parley.agora.simulator.settings;

import org.jspecify.annotations.NullMarked;
