/** What all streams of this module share: work in order, and one last callback. */
@NullMarked
package dev.parley.local.stream;

import org.jspecify.annotations.NullMarked;
