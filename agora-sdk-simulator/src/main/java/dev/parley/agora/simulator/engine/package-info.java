/** The simulated channels and connections behind the SDK's classes. Not for use by tests. */
@NullMarked
package dev.parley.agora.simulator.engine;

import org.jspecify.annotations.NullMarked;
