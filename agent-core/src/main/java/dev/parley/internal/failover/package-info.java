/** Which of several engines is asked first. */
@NullMarked
package dev.parley.internal.failover;

import org.jspecify.annotations.NullMarked;
