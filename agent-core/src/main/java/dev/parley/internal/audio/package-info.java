/** Where audio is kept while it waits. */
@NullMarked
package dev.parley.internal.audio;

import org.jspecify.annotations.NullMarked;
