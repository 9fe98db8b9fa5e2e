package dev.parley.internal.config;

import dev.parley.PluginKind;

/**
 * A provider that was found but cannot be used.
 *
 * @param kind what it was to be
 * @param sentence which one, and what is wrong
 */
public record Problem(PluginKind<?> kind, String sentence) {}
