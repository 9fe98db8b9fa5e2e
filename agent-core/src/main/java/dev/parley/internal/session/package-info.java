/** The session: everything wired together. */
@NullMarked
package dev.parley.internal.session;

import org.jspecify.annotations.NullMarked;
