/** Replies: thinking, tools, and the order in which things are said. */
@NullMarked
package dev.parley.internal.reply;

import org.jspecify.annotations.NullMarked;
