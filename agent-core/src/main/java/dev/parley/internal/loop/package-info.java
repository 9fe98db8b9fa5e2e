/** The one thread of control of a session, and its timers. */
@NullMarked
package dev.parley.internal.loop;

import org.jspecify.annotations.NullMarked;
