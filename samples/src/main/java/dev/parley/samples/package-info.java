/**
 * One-page programs that show what Parley does; run with {@code mvn compile exec:java
 * -Dsample=Name}.
 */
@NullMarked
package dev.parley.samples;

import org.jspecify.annotations.NullMarked;
