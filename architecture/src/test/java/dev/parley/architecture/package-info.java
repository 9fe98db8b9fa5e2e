/** Rules that every module of Parley keeps, checked on the compiled classes of all of them. */
@NullMarked
package dev.parley.architecture;

import org.jspecify.annotations.NullMarked;
