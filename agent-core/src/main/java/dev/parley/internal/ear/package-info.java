/**
 * What a session knows of one participant's sound: voice activity, transcripts, stretches of
 * speech.
 */
@NullMarked
package dev.parley.internal.ear;

import org.jspecify.annotations.NullMarked;
