/** The parts of the load driver: callers, their rooms, and what is told of them. */
@NullMarked
package dev.parley.benchmarks.driver;

import org.jspecify.annotations.NullMarked;
