/** Events on their way to listeners. */
@NullMarked
package dev.parley.internal.event;

import org.jspecify.annotations.NullMarked;
