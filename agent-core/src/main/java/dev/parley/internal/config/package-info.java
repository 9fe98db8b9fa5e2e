/** Configuration by name: flags, environment, {@code .env}, and the plugins that they select. */
@NullMarked
package dev.parley.internal.config;

import org.jspecify.annotations.NullMarked;
