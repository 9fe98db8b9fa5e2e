/**
 * Embedded defaults that need no account: voice activity, speech to text, text to speech, and a
 * brain.
 */
@NullMarked
package dev.parley.local;

import org.jspecify.annotations.NullMarked;
