/** Where transcripts go. */
@NullMarked
package dev.parley.samples.sink;

import org.jspecify.annotations.NullMarked;
