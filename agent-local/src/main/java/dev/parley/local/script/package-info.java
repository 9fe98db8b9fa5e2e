/**
 * What guests say and what the assistant answers: the file behind {@link dev.parley.local.Domain},
 * and matching text with it.
 */
@NullMarked
package dev.parley.local.script;

import org.jspecify.annotations.NullMarked;
