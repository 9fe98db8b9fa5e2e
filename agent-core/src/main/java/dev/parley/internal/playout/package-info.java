/** Sending audio into the room at the speed of speech. */
@NullMarked
package dev.parley.internal.playout;

import org.jspecify.annotations.NullMarked;
