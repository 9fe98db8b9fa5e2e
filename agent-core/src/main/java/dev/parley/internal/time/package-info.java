/** The clock and everything that waits on it. */
@NullMarked
package dev.parley.internal.time;

import org.jspecify.annotations.NullMarked;
