/** Speaking with FreeTTS. */
@NullMarked
package dev.parley.local.tts;

import org.jspecify.annotations.NullMarked;
