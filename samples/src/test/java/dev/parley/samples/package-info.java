/** Tests of the samples, as their users run them. */
@NullMarked
package dev.parley.samples;

import org.jspecify.annotations.NullMarked;
