/** What single paths cost, in time and in allocation; run by {@code benchmarks/jmh.sh}. */
@NullMarked
package dev.parley.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
