/** PCM values and tools of the simulator. */
@NullMarked
package dev.parley.agora.simulator.audio;

import org.jspecify.annotations.NullMarked;
