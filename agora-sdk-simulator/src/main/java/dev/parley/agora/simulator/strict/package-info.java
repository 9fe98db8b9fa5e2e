/** What the code under test did wrong, and how long it held each callback. */
@NullMarked
package dev.parley.agora.simulator.strict;

import org.jspecify.annotations.NullMarked;
