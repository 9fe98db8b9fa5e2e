/** Answering from a script and from documents. */
@NullMarked
package dev.parley.local.brain;

import org.jspecify.annotations.NullMarked;
