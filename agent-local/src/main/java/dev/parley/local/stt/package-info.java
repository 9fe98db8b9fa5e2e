/**
 * Recognising speech with Sphinx: a grammar, an acoustic model that all streams share, and a
 * decoder for each.
 */
@NullMarked
package dev.parley.local.stt;

import org.jspecify.annotations.NullMarked;
