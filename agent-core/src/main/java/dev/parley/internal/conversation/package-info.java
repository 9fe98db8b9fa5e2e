/** The record of turns and replies as they were heard. */
@NullMarked
package dev.parley.internal.conversation;

import org.jspecify.annotations.NullMarked;
