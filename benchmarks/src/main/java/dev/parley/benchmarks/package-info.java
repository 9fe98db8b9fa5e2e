/** Measures Parley: the load driver here, the benchmarks of single paths in {@code jmh}. */
@NullMarked
package dev.parley.benchmarks;

import org.jspecify.annotations.NullMarked;
