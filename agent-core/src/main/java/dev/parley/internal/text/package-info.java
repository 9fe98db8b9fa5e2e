/** Comparing what was said. */
@NullMarked
package dev.parley.internal.text;

import org.jspecify.annotations.NullMarked;
