/** From text to audio: phrasing, voices, and how much of a text has been heard. */
@NullMarked
package dev.parley.internal.voice;

import org.jspecify.annotations.NullMarked;
